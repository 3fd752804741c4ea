// Which event tells whom what: the one place where events meet messages.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, localDateIn, type PersonId } from '@tongxing/shared/kernel';
import { Agencies } from '../people/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { JobHandlers, type JobContext } from '../platform/outbox/index.js';
import { CardPapers } from '../progress/index.js';
import { ChildShares } from '../sharing/index.js';
import { SEND_MESSAGE } from './message.js';
import { Notifier } from './notifier.js';
import { Recipients } from './recipients.js';

/** Volunteers whom the reader supervises. */
const SUPERVISED = '/agency/supervised';
const OWN_SUPERVISION = '/volunteer/supervision';
const OWN_TRAINING = '/volunteer/training';
const OWN_TEAM_DAYS = '/volunteer/team-days';
const OWN_COMPANIONSHIPS = '/volunteer/companionships';
const companionshipPath = (id: string) => `/agency/companionships/${toGlobalId('Companionship', id)}`;
/** What may have to be taken over. */
const COMPANIONSHIPS = '/agency/companionships';
const CONCERNS = '/agency/concerns';
const consentsPath = (id: string) => `/agency/children/${toGlobalId('Child', id)}/consents`;
const batchPath = (id: string) => `/agency/imports/${toGlobalId('ImportBatch', id)}`;

@Injectable()
export class Subscriptions implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly recipients: Recipients,
    private readonly notifier: Notifier,
    private readonly agencies: Agencies,
    private readonly papers: CardPapers,
    private readonly shares: ChildShares,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.handlers.outside(SEND_MESSAGE, (message, context) => this.notifier.deliver(message, context));
    this.#rosters();
    this.#companionships();
    this.#families();
    this.#gifts();
    this.#stops();
  }

  #rosters(): void {
    const { handlers, recipients, notifier } = this;
    handlers.on('RosterImported', async ({ batchId, importedBy }, context) => {
      const second = await recipients.holding(context.agencyId, ['SUPERVISOR', 'DIRECTOR'], importedBy);
      await notifier.tell(second, 'importToConfirm', { context, path: batchPath(batchId) });
    });
    handlers.on('RosterConfirmed', async ({ batchId, importedBy }, context) => {
      const importer = await recipients.of(context.agencyId, [importedBy]);
      await notifier.tell(importer, 'importConfirmed', { context, path: batchPath(batchId) });
    });
  }

  #companionships(): void {
    const { handlers, recipients, notifier } = this;
    handlers.on('ProposalAccepted', async ({ volunteerPersonId }, context) => {
      const volunteer = await recipients.of(context.agencyId, [volunteerPersonId]);
      await notifier.tell(volunteer, 'proposalAccepted', { context, path: OWN_COMPANIONSHIPS });
    });
    handlers.on('CompanionshipAnswered', async ({ companionshipId, agreed, workerPersonId }, context) => {
      const worker = await recipients.of(context.agencyId, [workerPersonId]);
      const template = agreed ? 'volunteerAgreed' : 'volunteerDeclined';
      await notifier.tell(worker, template, { context, path: companionshipPath(companionshipId) });
    });
    handlers.on('CompanionshipActivated', async ({ volunteerPersonId }, context) => {
      const volunteer = await recipients.of(context.agencyId, [volunteerPersonId]);
      await notifier.tell(volunteer, 'companionshipActive', { context, path: OWN_COMPANIONSHIPS });
    });
    handlers.on('CompanionshipPaused', async ({ companionshipId, by, ...people }, context) => {
      const { workerPersonId, volunteerPersonId } = people;
      const path = companionshipPath(companionshipId);
      const worker = await recipients.of(context.agencyId, by === workerPersonId ? [] : [workerPersonId]);
      await notifier.tell(worker, 'companionshipPaused', { context, path });
      const volunteer = await recipients.of(context.agencyId, by === volunteerPersonId ? [] : [volunteerPersonId]);
      await notifier.tell(volunteer, 'consentWithdrawnForVolunteer', { context, path: OWN_COMPANIONSHIPS });
      await this.#tellSupervisor(people, by, context);
    });
    handlers.on('VolunteerTimesChanged', async ({ supervisorPersonId }, context) => {
      const supervisor = await recipients.of(context.agencyId, [supervisorPersonId]);
      await notifier.tell(supervisor, 'volunteerTimesChanged', { context, path: SUPERVISED });
    });
    handlers.on('SupervisionScheduled', async ({ personIds, on }, context) => {
      const volunteers = await recipients.of(context.agencyId, [...personIds]);
      // A digest on the morning of the talk may come after it: the day before is the last that helps.
      const usefulUntil = on && addDays(on, -1);
      await notifier.tell(volunteers, 'supervisionScheduled', { context, path: OWN_SUPERVISION, usefulUntil });
    });
    handlers.on('SupervisionToSign', async ({ personIds }, context) => {
      const volunteers = await recipients.of(context.agencyId, [...personIds]);
      await notifier.tell(volunteers, 'supervisionToSign', { context, path: OWN_SUPERVISION });
    });
    handlers.on('TrainingCancelled', async ({ personIds }, context) => {
      const volunteers = await recipients.of(context.agencyId, [...personIds]);
      await notifier.tell(volunteers, 'trainingCancelled', { context, path: OWN_TRAINING });
    });
    handlers.on('TrainingSeatFree', async ({ personIds }, context) => {
      const volunteers = await recipients.of(context.agencyId, [...personIds]);
      await notifier.tell(volunteers, 'trainingSeatFree', { context, path: OWN_TRAINING });
    });
    handlers.on('TeamDayNeeds', async ({ personIds }, context) => {
      const volunteers = await recipients.of(context.agencyId, [...personIds]);
      await notifier.tell(volunteers, 'teamDayNeeds', { context, path: OWN_TEAM_DAYS });
    });
    handlers.on('TrainingCreditDecided', async ({ personIds }, context) => {
      const volunteers = await recipients.of(context.agencyId, [...personIds]);
      await notifier.tell(volunteers, 'trainingCreditDecided', { context, path: '/volunteer/training/credit' });
    });
    handlers.on('FamilySaidStop', async ({ companionshipId, ...people }, context) => {
      const { workerPersonId, volunteerPersonId } = people;
      const worker = await recipients.of(context.agencyId, [workerPersonId]);
      await notifier.tell(worker, 'familySaidStop', { context, path: companionshipPath(companionshipId) });
      const volunteer = await recipients.of(context.agencyId, [volunteerPersonId]);
      await notifier.tell(volunteer, 'consentWithdrawnForVolunteer', { context, path: OWN_COMPANIONSHIPS });
      await this.#tellSupervisor(people, undefined, context);
    });
    handlers.on('CompanionshipHandedOn', async ({ volunteerPersonId }, context) => {
      const volunteer = await recipients.of(context.agencyId, [volunteerPersonId]);
      await notifier.tell(volunteer, 'companionshipHandedOn', { context, path: OWN_COMPANIONSHIPS });
    });
    handlers.on('CoverEnded', async ({ companionshipId, why, ...people }, context) => {
      const { workerPersonId, volunteerPersonId, firstPersonId } = people;
      const worker = await recipients.of(context.agencyId, [workerPersonId]);
      await notifier.tell(worker, 'coverEndedForWorker', { context, path: companionshipPath(companionshipId) });
      // A family's stop and a stop of work have told the volunteers in words of their own.
      if (why === 'FAMILY' || why === 'STOP') return;
      const volunteer = await recipients.of(context.agencyId, [volunteerPersonId]);
      await notifier.tell(volunteer, 'coverEndedForVolunteer', { context, path: OWN_COMPANIONSHIPS });
      const first = await recipients.of(context.agencyId, firstPersonId ? [firstPersonId] : []);
      await notifier.tell(first, 'coverEndedForFirst', { context, path: OWN_COMPANIONSHIPS });
    });
    handlers.on('CompanionshipEnded', async ({ companionshipId, workerPersonId, volunteerPersonId }, context) => {
      const worker = await recipients.of(context.agencyId, [workerPersonId]);
      await notifier.tell(worker, 'companionshipEndedForWorker', { context, path: companionshipPath(companionshipId) });
      const volunteer = await recipients.of(context.agencyId, [volunteerPersonId]);
      await notifier.tell(volunteer, 'companionshipEndedForVolunteer', { context, path: OWN_COMPANIONSHIPS });
    });
  }

  /** The load of whoever is supervised has changed; a worker who supervises them too has been told already. */
  async #tellSupervisor(
    { supervisorPersonId, workerPersonId }: { supervisorPersonId?: PersonId | undefined; workerPersonId: PersonId },
    by: string | undefined,
    context: JobContext,
  ): Promise<void> {
    if (!supervisorPersonId || supervisorPersonId === by || supervisorPersonId === workerPersonId) return;
    const supervisor = await this.recipients.of(context.agencyId, [supervisorPersonId]);
    await this.notifier.tell(supervisor, 'volunteerPaused', { context, path: SUPERVISED });
  }

  #families(): void {
    const { handlers, recipients, notifier } = this;
    handlers.on('ConsentWithdrawn', async ({ companionshipId, workerPersonId, volunteerPersonId }, context) => {
      const worker = await recipients.of(context.agencyId, [workerPersonId]);
      await notifier.tell(worker, 'consentWithdrawnForWorker', { context, path: companionshipPath(companionshipId) });
      const volunteer = await recipients.of(context.agencyId, [volunteerPersonId]);
      await notifier.tell(volunteer, 'consentWithdrawnForVolunteer', { context, path: OWN_COMPANIONSHIPS });
    });
    handlers.on('DisclosureTakenBack', async ({ childId, holders = [], audience, by }, context) => {
      const team = await recipients.holding(context.agencyId, ['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR'], by);
      const openers = audience ? await this.shares.openersOf(context.agencyId, childId, audience) : [];
      const theirs = team.filter(({ personId }) => holders.includes(personId) || openers.includes(personId));
      // Of a child whom nobody holds, whoever leads hears; what a colleague wrote down is known to one already.
      const leads = by ? [] : await recipients.holding(context.agencyId, ['SOCIAL_WORKER', 'SUPERVISOR']);
      const told = theirs.length > 0 ? theirs : leads;
      await notifier.tell(told, 'familyTookBack', { context, path: consentsPath(childId) });
    });
    handlers.on('ConsentEndsSoon', async ({ childId, recordedBy }, context) => {
      const writer = await recipients.of(context.agencyId, recordedBy ? [recordedBy] : []);
      const told = writer.length > 0 ? writer : await recipients.holding(context.agencyId, ['SUPERVISOR', 'DIRECTOR']);
      await notifier.tell(told, 'consentEndsSoon', { context, path: consentsPath(childId) });
    });
    handlers.on('GuardianLinkCreated', async ({ phone, path, expiresAt, locale, childPersonId }, context) => {
      const { timeZone } = await this.agencies.get(context.agencyId);
      const expiresOn = localDateIn(new Date(expiresAt), timeZone);
      const link = { url: `${this.config.publicUrl}${path}`, expiresOn };
      await notifier.sendLink({ phone, childPersonId }, locale, link, context);
    });
  }

  /** Asked when the message is written: of a card that was taken back meanwhile nobody hears. */
  #gifts(): void {
    const { handlers, recipients, notifier } = this;
    handlers.on('CardReleased', async ({ cardId, childId }, context) => {
      const readers = await recipients.of(
        context.agencyId,
        await this.papers.readersOf(context.agencyId, cardId, childId),
      );
      const path = `/donor/cards/${toGlobalId('ProgressCard', cardId)}`;
      await notifier.tell(readers, 'cardReleased', { context, path });
    });
  }

  #stops(): void {
    const { handlers, recipients, notifier } = this;
    handlers.on('CompanionStopped', async ({ companionshipId, workerPersonId }, context) => {
      const worker = await recipients.of(context.agencyId, [workerPersonId]);
      await notifier.tell(worker, 'companionStopped', { context, path: companionshipPath(companionshipId) });
    });
    handlers.on('ConcernRaised', async ({ workerPersonId, raisedBy, onCall = [], leads: leading }, context) => {
      // With somebody on call the others hear of it when it lies unseen; without, whoever leads hears of it at once.
      const called = onCall.filter((id) => id !== raisedBy);
      const others = leading?.filter((id) => id !== raisedBy);
      const leads =
        onCall.length > 0
          ? await recipients.of(context.agencyId, called)
          : others
            ? await recipients.of(context.agencyId, others)
            : await recipients.holding(context.agencyId, ['SUPERVISOR', 'DIRECTOR'], raisedBy);
      const isLead = leads.some(({ personId }) => personId === workerPersonId);
      const alone = workerPersonId && !isLead && workerPersonId !== raisedBy ? [workerPersonId] : [];
      const told = [...leads, ...(await recipients.of(context.agencyId, alone))];
      await notifier.tell(told, 'concernRaised', { context, path: CONCERNS });
    });
    handlers.on('ConcernUnseen', async ({ personIds }, context) => {
      const next = await recipients.of(context.agencyId, personIds);
      await notifier.tell(next, 'concernUnseen', { context, path: CONCERNS });
    });
    handlers.on('ConcernReportDue', async ({ personIds, late }, context) => {
      const inCharge = await recipients.of(context.agencyId, personIds);
      await notifier.tell(inCharge, late ? 'concernReportLate' : 'concernReportDue', { context, path: CONCERNS });
    });
    handlers.on('WorkStopped', async ({ personId, stoppedBy }, context) => {
      const leads = await recipients.holding(context.agencyId, ['SUPERVISOR', 'DIRECTOR'], personId);
      const others = leads.filter((lead) => lead.personId !== stoppedBy);
      await notifier.tell(others, 'workStopped', { context, path: COMPANIONSHIPS });
    });
  }
}
