// Root fields that the generated operations cannot lead to an answer of their own, and why. A line that no longer holds
// fails the test, as does a field that is missing here.

/** Never answered with anything but a refusal or null in this world. */
export const NOT_EXERCISED: Readonly<Record<string, string>> = {
  answerLesson: 'names questions of a course that is the same for everybody; lessons.int-spec.ts answers them',
  answerTelling: 'answers once a stop has asked what a child is told; concerns.int-spec.ts stops somebody',
  assignSupervisor:
    'takes the id of somebody who supervises; no generated wish names one, list-changes.int-spec.ts does',
  barGuardian: 'takes the id of a guardian beside the child’s; ledger-guardians.int-spec.ts marks one',
  beginPasskey: 'asks for the own password, which no generated wish knows; passkeys.int-spec.ts does it',
  beginTotp: 'asks for the own password, which no generated wish knows; own-factors.int-spec.ts does it',
  breach: 'takes the id of a breach, of which this world has none; breaches.int-spec.ts reads some',
  evidenceParts: 'takes the id of yearly evidence, of which this world has none; evidences.int-spec.ts makes some',
  changeView: 'takes the id of an own view, which nobody of this world has saved; saved-views.int-spec.ts saves them',
  changeSupervisorPlaces: 'takes the id of somebody who supervises; staff-credentials.int-spec.ts agrees other places',
  closeFile: 'takes the id of an opened file; no generated wish of this world leads to one',
  concernFile: 'takes the id of a concern, of which this world has none; concern-steps.int-spec.ts reads some',
  confirmPasskey: 'answers to a passkey that was made for what was asked; passkeys.int-spec.ts makes one',
  confirmTotp: 'answers to a first code of an app that is being set up; own-factors.int-spec.ts does it',
  decideFileAccess: 'takes the id of a wish that waits; no generated wish of this world does',
  endIncident: 'takes the id of an incident that runs; incidents.int-spec.ts ends one',
  addSupervisionDelegate:
    'takes the ids of two who supervise; no generated wish names them, supervision-board.int-spec.ts does',
  endSupervisionDelegate: 'takes the id of somebody standing in; supervision-board.int-spec.ts ends one',
  finishOwnSupervisionAction:
    'takes the id of a talk, of which this world has none; supervision.int-spec.ts holds some',
  finishSupervisionAction: 'the same',
  holdSupervision: 'the same',
  missSupervision: 'the same',
  moveSupervised: 'takes the ids of a volunteer and a supervisor; supervision.int-spec.ts moves one',
  scheduleSupervision: 'asks for one’s own volunteers and a day to come; supervision.int-spec.ts agrees on some',
  signSupervision: 'the same as holdSupervision',
  supervisionSession: 'the same as holdSupervision',
  wishForSupervision: 'the same as holdSupervision',
  erasureHolds: 'takes the id of a request, of which none waits when queries run; rights.int-spec.ts has some',
  enrolChild: 'takes two ids that belong together; programmes.int-spec.ts gives places',
  endedLink: 'answers the holder of a personal link that has ended; guardian-links.int-spec.ts is one',
  handOverCompanionships: 'takes the id of a worker who takes over; list-changes.int-spec.ts hands pairs over',
  invitation: 'answers to the secret of a link alone, which no wish can guess; invitations.int-spec.ts follows one',
  liftGuardianBar: 'the same as barGuardian',
  linkConcern: 'takes the id of a concern, of which this world has none; concern-ties.int-spec.ts links one',
  nameConcernColleague: 'takes the id of a concern, of which this world has none; concern-ties.int-spec.ts names one',
  markConcernSeen: 'takes the id of a concern, of which this world has none; concerns.int-spec.ts marks one',
  openShare: 'takes the id of a reader outside beside the child’s; child-shares.int-spec.ts opens some',
  matchSponsor: 'takes the id of somebody who gives, beside the child’s; progress-cards.int-spec.ts matches two',
  moveChildToHousehold: 'takes the ids of a child and of a household; households.int-spec.ts moves one',
  noteIncident: 'the same as endIncident',
  pausedAccount:
    'queries run before anything is changed: nobody was stopped while signed in; work-stops have their own test',
  pendingSignIn: 'answers the browser that typed a password a moment ago; second-step.int-spec.ts is one',
  rightsRequest: 'the same as erasureHolds',
  saveProgressCard: 'takes one of two ids, neither of which it needs by itself; progress-cards.int-spec.ts writes some',
  removeDutySlot: 'takes the id of a slot, of which this world has none; escalation.int-spec.ts removes one',
  removeFactor: 'asks for the own password, which no generated wish knows; own-factors.int-spec.ts does it',
  removeView: 'the same as changeView',
  swapProposal: 'takes two ids that belong together; boards.int-spec.ts swaps',
  signOut: 'would end the session that the other cases ask with; revocation.int-spec.ts ends it',
  chooseImportRow: 'answers about a row that means somebody known; update-known.int-spec.ts chooses for some',
};
/** Left out altogether. */
export const NOT_CALLED: readonly string[] = ['signOut'];

/** Called when all else is done: they take away what other cases stand on. */
export const CALLED_LAST: readonly string[] = [
  'pauseCompanionship',
  'decideFileAccess',
  'closeFile',
  'closeShare',
  'revokeGuardianLink',
  'revokeInvitation',
  'stopWork',
  'resumeWork',
  'grantRole',
  'endRole',
  'closeOffice',
  'erasePerson',
];

/** Places of ids for which this world has nobody else's row. */
export const IDS_NOT_TRIED: Readonly<Record<string, string>> = {
  'askByLink.input.guardianId': 'a guardian is named beside a child; ledger-guardians.int-spec.ts tries others’',
  'barGuardian.input.guardianId': 'the same',
  'liftGuardianBar.input.guardianId': 'the same',
  'recordDisclosureConsent.input.guardian.guardianId': 'the same',
  'breach.id': 'nothing of this world was breached when ids are tried; breaches.int-spec.ts tries others’',
  'takeBreachStep.input.breachId': 'the same',
  'evidenceParts.evidenceId':
    'no evidence of this world was made when ids are tried; evidences.int-spec.ts tries others’',
  'rightsRequest.id': 'nobody of this world has asked when ids are tried; rights.int-spec.ts tries others’',
  'erasureHolds.rightsRequestId': 'the same',
  'giveRight.input.rightsRequestId': 'the same',
  'refuseRight.input.rightsRequestId': 'the same',
  'takeBackRight.input.rightsRequestId': 'the same',
  'changeView.input.savedViewId':
    'nobody of this world has a view when ids are tried; saved-views.int-spec.ts tries others’',
  'closeFile.input.accessId': 'nobody of this world has asked for a closed file when ids are tried',
  'decideFileAccess.input.accessId': 'the same',
  'concernFile.concernId': 'nobody of this world has raised a concern; concern-steps.int-spec.ts tries others’',
  'supervisionSession.id': 'nobody of this world has agreed on a talk; supervision.int-spec.ts tries others’',
  'supervisionAgenda.id': 'the same',
  'holdSupervision.input.sessionId': 'the same',
  'missSupervision.input.sessionId': 'the same',
  'signSupervision.input.sessionId': 'the same',
  'wishForSupervision.input.sessionId': 'the same',
  'finishOwnSupervisionAction.input.sessionId': 'the same',
  'finishOwnSupervisionAction.input.actionId': 'the same',
  'finishSupervisionAction.input.actionId': 'the same',
  'endSupervisionDelegate.input.delegateId': 'nobody of this world stands in for anybody',
  'endIncident.input.incidentId': 'nothing of this world runs when ids are tried; incidents.int-spec.ts tries others’',
  'noteIncident.input.incidentId': 'the same',
  'linkConcern.input.concernId': 'the same as of concernFile',
  'nameConcernColleague.input.concernId': 'the same as of concernFile',
  'raiseConcern.input.aboutPersonId':
    'a colleague of the case team, for the team only; concern-ties.int-spec.ts tries others’',
  'markConcernSeen.input.concernId': 'nobody of this world has raised a concern; concerns.int-spec.ts tries others’',
  'removeDutySlot.input.dutySlotId': 'nobody of this world is on call when ids are tried; escalation.int-spec.ts is',
  'removeFactor.input.factorId': 'nobody of this world has a second factor; own-factors.int-spec.ts tries others’',
  'removeView.input.savedViewId': 'the same as of changeView',
  'resumeWork.input.stopId': 'nobody of this world is stopped when ids are tried, so there is no stop of somebody else',
  'writeConcernStep.input.concernId': 'the same as of concernFile',
  'writeConcernStep.input.assigneeId': 'the same as of concernFile',
  'writeConcernStep.input.taskId': 'the same as of concernFile',
  'undoListChange.input.listChangeId': 'nobody of this world has changed many rows when ids are tried; as above',
};

/** Root fields that answer fewer rows than the matrix grants: never more, which no line here could excuse. */
export const NARROWER: Readonly<Record<string, string>> = {
  fileReaders: 'a worker is told only of those whom they stand beside; the matrix knows staff by their offices',
};
