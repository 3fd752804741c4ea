// From the run to the companionship: refused to whoever may not, decided by people, nothing Active without the family.
import { VolunteersRepository } from '../people/index.js';
import { allRows } from '../platform/access/index.js';
import { AuditEvent, firstBreak } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { addPerson, askForNoFactor, TEST_PASSWORD } from '../testing/staff.js';
import { matchedAgency, signInVolunteer, type MatchedAgency } from '../testing/matched-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { MatchRuns } from './index.js';
import { MatchRun } from './runs/match-run.entity.js';

const LONG = 120_000;
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { __typename
  ... on MatchRun { id optimal certificateChecked objective bound inputHash volunteersConsidered childrenConsidered
    proposals(first: 200) { totalCount edges { node { ${'id version score slack state'}
      child { id name pseudonym } volunteer { id name eligibility { ready } } parts { criterion points fact } } } }
    unmatched { child { pseudonym } reasons { code volunteers } } }
  ... on InvalidInput { fields { field code } } ... on NobodyReady { volunteersReady } } }`;
const ACCEPT = `mutation ($i: AcceptProposalInput!) { outcome: acceptProposal(input: $i) { __typename
  ... on MatchProposal { state companionship { id version state } } ... on PlaceTaken { who }
  ... on VolunteerNotEligible { findings { requirement outcome rule } } ... on TransitionRefused { from } } }`;
const DECLINE = `mutation ($i: DeclineProposalInput!) { outcome: declineProposal(input: $i) { __typename
  ... on MatchProposal { state declineReason } ... on InvalidInput { fields { field code } } } }`;
const ANSWER = `mutation ($i: AnswerCompanionshipInput!) { outcome: answerCompanionship(input: $i) { __typename
  ... on MyCompanionship { state version child { pseudonym } } ... on InvalidInput { fields { field code } } } }`;
const PAIR =
  '__typename ... on Companionship { id version state blockers { code } } ... on InvalidInput { fields { field code } }';
const CONSENT = `mutation ($i: RecordConsentInput!) { outcome: recordConsent(input: $i) { ${PAIR}
  ... on TransitionRefused { from to } } }`;
const PLAN = `mutation ($i: ApprovePlanInput!) { outcome: approvePlan(input: $i) { ${PAIR} } }`;
const ACTIVATE = `mutation ($i: ActivateCompanionshipInput!) { outcome: activateCompanionship(input: $i) { ${PAIR}
  ... on CompanionshipBlocked { blockers { code rule } } } }`;
const LINK = `mutation ($i: CreateGuardianLinkInput!) { outcome: createGuardianLink(input: $i) { __typename
  ... on GuardianLink { path } } }`;
const MINE = '{ myCompanionships { id version state child { pseudonym stage } goal meetingPlace workerName } }';

interface Proposal {
  readonly id: string;
  readonly version: number;
  readonly score: number;
  readonly slack: number;
  readonly child: { readonly id: string; readonly name: string; readonly pseudonym: string };
  readonly volunteer: { readonly id: string; readonly eligibility: { readonly ready: boolean } };
  readonly parts: readonly { readonly points: number }[];
}
interface Outcome {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

let platform: TestApp;
let agency: MatchedAgency;
beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'yunxi');
  // The clock goes further than the days of grace for a second factor.
  await askForNoFactor(platform.app, 'director@yunxi.example');
}, LONG);
afterAll(() => platform.stop());

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const run = (client: TestClient, requestId: string) => act(client, RUN, { requestId });
const proposalsOf = (outcome: Outcome) =>
  (outcome['proposals'] as { edges: { node: Proposal }[] }).edges.map((edge) => edge.node);
const codeOf = async (client: TestClient, query: string, variables: object = {}) =>
  (await client.graphql(query, variables)).errors?.[0]?.extensions?.['code'];

describe('who may not', () => {
  it('refuses the run and the decision to a visitor, a volunteer, a donor and a director', async () => {
    const variables = { i: { requestId: 'refused' } };
    expect(await codeOf(platform.client(), RUN, variables)).toBe('UNAUTHENTICATED');
    for (const role of ['VOLUNTEER', 'DONOR', 'CSR_COORDINATOR', 'AUDITOR'] as const) {
      const identifier = `${role}@refused.example`;
      await addPerson(platform.app, agency.agencyId, { name: role, roles: [role], identifier });
      const client = platform.client();
      await client.signIn(identifier, TEST_PASSWORD);
      expect(await codeOf(client, RUN, variables)).toBe('FORBIDDEN');
      expect(await codeOf(client, '{ children { totalCount } }')).toBe('FORBIDDEN');
    }
    expect(await codeOf(agency.director, RUN, variables)).toBe('FORBIDDEN');
  });

  it('refuses a day in the past and a request without an id', async () => {
    const outcome = await act(agency.worker, RUN, { requestId: '', serviceDate: '2026-11-21' });
    expect(outcome).toEqual({
      __typename: 'InvalidInput',
      fields: [
        { field: 'serviceDate', code: 'IN_THE_PAST' },
        { field: 'requestId', code: 'REQUEST_ID_LENGTH' },
      ],
    });
  });
});

describe('the main job', () => {
  let proposals: Proposal[];
  let pairId: string;
  let chosen: Proposal;
  let volunteer: TestClient;

  it(
    'runs the match on real rosters: optimal, checked, explained, once a request',
    async () => {
      const outcome = await run(agency.worker, 'first');
      expect(outcome).toMatchObject({
        __typename: 'MatchRun',
        optimal: true,
        certificateChecked: true,
        volunteersConsidered: 135,
      });
      proposals = proposalsOf(outcome);
      expect(proposals.length).toBeGreaterThan(40);
      for (const proposal of proposals) {
        expect(proposal.volunteer.eligibility.ready).toBe(true);
        expect(proposal.parts.reduce((sum, part) => sum + part.points, 0)).toBe(proposal.score);
      }
      const sum = proposals.reduce((total, proposal) => total + proposal.score, 0);
      expect(outcome['objective']).toBe(String(sum));
      const unmatched = outcome['unmatched'] as { reasons: unknown[] }[];
      expect(unmatched.length + proposals.length).toBe(outcome['childrenConsidered']);
      expect((await run(agency.worker, 'first'))['id']).toBe(outcome['id']);
    },
    LONG,
  );

  it('proves the stored run again, and finds a changed one', async () => {
    const database = platform.app.get(Database);
    const row = await database.repository(MatchRun).findOneByOrFail({ requestId: 'first' });
    expect(await platform.app.get(MatchRuns).verify(row)).toEqual({ valid: true });
    const forged = await platform.app.get(MatchRuns).verify({ ...row, inputHash: '0'.repeat(64) });
    expect(forged.valid).toBe(false);
  });

  it('lets one of two racing workers accept, and tells the other kindly', async () => {
    chosen = proposals[0] as Proposal;
    const input = { proposalId: chosen.id, version: chosen.version };
    const outcomes = await Promise.all([act(agency.worker, ACCEPT, input), act(agency.colleague, ACCEPT, input)]);
    expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual(['MatchProposal', 'TransitionRefused']);
    const won = outcomes.find((outcome) => outcome.__typename === 'MatchProposal');
    expect(won).toMatchObject({ state: 'ACCEPTED', companionship: { state: 'ACCEPTED' } });
    pairId = (won?.['companionship'] as { id: string }).id;
  });

  it('refuses to accept whoever has become ineligible since the run', async () => {
    const later = proposals[1] as Proposal;
    platform.clock.set('2028-12-01T02:00:00.000Z');
    await agency.worker.signIn('worker@yunxi.example', TEST_PASSWORD);
    const outcome = await act(agency.worker, ACCEPT, { proposalId: later.id, version: later.version });
    expect(outcome.__typename).toBe('VolunteerNotEligible');
    platform.clock.set('2026-11-22T03:00:00.000Z');
    await agency.worker.signIn('worker@yunxi.example', TEST_PASSWORD);
  });

  it(
    'declines only with a reason, and never proposes that pair again',
    async () => {
      const declined = proposals[2] as Proposal;
      const input = { proposalId: declined.id, version: declined.version };
      expect(await act(agency.worker, DECLINE, { ...input, reason: '  ' })).toEqual({
        __typename: 'InvalidInput',
        fields: [{ field: 'reason', code: 'REQUIRED' }],
      });
      const outcome = await act(agency.worker, DECLINE, { ...input, reason: '家里刚搬走' });
      expect(outcome).toEqual({ __typename: 'MatchProposal', state: 'DECLINED', declineReason: '家里刚搬走' });
      const again = proposalsOf(await run(agency.worker, 'second'));
      const same = (one: Proposal) => one.child.id === declined.child.id && one.volunteer.id === declined.volunteer.id;
      expect(again.some(same)).toBe(false);
      expect(again.some((one) => one.child.id === chosen.child.id)).toBe(false);
    },
    LONG,
  );

  it('answers another agency with nothing, as for a thing that is not there', async () => {
    const identifier = 'stranger@other.example';
    const { addAgency } = await import('../testing/staff.js');
    const other = await addAgency(platform.app, 'other');
    await addPerson(platform.app, other, { name: '外人', roles: ['SOCIAL_WORKER'], identifier });
    const stranger = platform.client();
    await stranger.signIn(identifier, TEST_PASSWORD);
    const id = chosen.child.id;
    const missing = Buffer.from('Child:01970000-0000-7000-8000-000000000000').toString('base64url');
    const read = (child: string) => stranger.graphql('query ($id: ID!) { child(id: $id) { name } }', { id: child });
    expect(await read(id)).toEqual(await read(missing));
    const input = { companionshipId: pairId, version: 1, startsOn: '2026-11-22' };
    expect((await act(stranger, ACTIVATE, input)).__typename).toBe('NotFound');
  });

  it('shows the volunteer no child before the family has spoken', async () => {
    const volunteerId = Buffer.from(chosen.volunteer.id, 'base64url').toString('utf8').split(':')[1] ?? '';
    const found = await platform.app.get(VolunteersRepository).byIds(allRows(agency.agencyId), [volunteerId]);
    const personId = found.get(volunteerId)?.person.id ?? '';
    volunteer = await signInVolunteer(platform, agency.agencyId, personId, '13900008888');
    const { myCompanionships } = await volunteer.data<{ myCompanionships: object[] }>(MINE);
    expect(myCompanionships).toMatchObject(
      [{ id: pairId, state: 'ACCEPTED', child: null, goal: null, workerName: /./ }].map(
        ({ workerName: _, ...rest }) => rest,
      ),
    );
  });

  it('takes the volunteer’s yes only with the conduct rules', async () => {
    const yes = { companionshipId: pairId, version: 1, agree: true };
    expect(await act(volunteer, ANSWER, { ...yes, acceptConduct: false })).toEqual({
      __typename: 'InvalidInput',
      fields: [{ field: 'acceptConduct', code: 'REQUIRED' }],
    });
    expect(await act(volunteer, ANSWER, { ...yes, acceptConduct: true })).toMatchObject({
      state: 'VOLUNTEER_AGREED',
      version: 2,
      child: null,
    });
  });

  it('refuses to begin without the family and the plan, and says everything that is missing', async () => {
    const outcome = await act(agency.worker, ACTIVATE, { companionshipId: pairId, version: 2, startsOn: '2026-11-23' });
    expect(outcome.__typename).toBe('CompanionshipBlocked');
    expect((outcome['blockers'] as { code: string }[]).map((blocker) => blocker.code)).toEqual([
      'SERVICE_AGREEMENT_MISSING',
      'CONSENT_MISSING',
      'CHILD_ANSWER_MISSING',
      'PLAN_MISSING',
    ]);
  });

  it('does not move on a child’s no', async () => {
    const outcome = await act(agency.worker, CONSENT, { ...word(2), childAnswer: 'NO' });
    expect(outcome).toMatchObject({ state: 'VOLUNTEER_AGREED', version: 3 });
  });

  it('records the family’s word, approves the plan, begins, and shows the pseudonym', async () => {
    expect(await act(agency.worker, CONSENT, word(3))).toMatchObject({ state: 'FAMILY_CONSENTED', version: 4 });
    const plan = {
      taskGoal: '每周一起读完一章',
      processGoal: '能把心里话说出来',
      meetingPlace: '社区活动室',
      contactsPerMonth: 2,
    };
    expect(await act(agency.worker, PLAN, { companionshipId: pairId, version: 4, ...plan })).toMatchObject({
      blockers: [],
      version: 5,
    });
    const active = await act(agency.worker, ACTIVATE, { companionshipId: pairId, version: 5, startsOn: '2026-11-23' });
    expect(active).toMatchObject({ __typename: 'Companionship', state: 'ACTIVE' });
    const { myCompanionships } = await volunteer.data<{ myCompanionships: object[] }>(MINE);
    expect(myCompanionships).toMatchObject([
      { state: 'ACTIVE', child: { pseudonym: chosen.child.pseudonym }, meetingPlace: '社区活动室' },
    ]);
    expect(JSON.stringify(myCompanionships)).not.toContain(chosen.child.name);
  });

  it('refuses the volunteer the child’s file', async () => {
    expect(await codeOf(volunteer, 'query ($id: ID!) { child(id: $id) { name } }', { id: chosen.child.id })).toBe(
      'FORBIDDEN',
    );
  });

  it('hides the child at once when the guardian takes the consent back by the personal link', async () => {
    const link = await act(agency.worker, LINK, { companionshipId: pairId });
    const guardian = platform.client();
    expect((await guardian.fetch('/g/not-a-secret')).headers.get('location')).toBe('/guardian?link=ended');
    expect((await guardian.fetch(String(link['path']))).headers.get('location')).toBe('/guardian');
    const { guardianView } = await guardian.data<{ guardianView: { childName: string; consents: { id: string }[] } }>(
      '{ guardianView { childName consents { id companionName withdrawnOn state } } }',
    );
    expect(guardianView.childName).toBe(chosen.child.name);
    expect(await codeOf(guardian, '{ children { totalCount } }')).toBe('FORBIDDEN');
    const withdraw = `mutation ($i: WithdrawConsentInput!) { outcome: withdrawConsent(input: $i) { __typename } }`;
    const newest = guardianView.consents[0]?.id;
    expect((await act(guardian, withdraw, { consentId: newest })).__typename).toBe('GuardianView');
    const { myCompanionships } = await volunteer.data<{ myCompanionships: object[] }>(MINE);
    expect(myCompanionships).toMatchObject([{ state: 'PAUSED', child: null, goal: null, meetingPlace: null }]);
    const again = await act(agency.worker, ACTIVATE, { companionshipId: pairId, version: 7, startsOn: '2026-11-23' });
    expect(again).toMatchObject({ __typename: 'CompanionshipBlocked', blockers: [{ code: 'CONSENT_WITHDRAWN' }] });
  });

  it('remembers every step and every refusal in one unbroken chain, without a name', async () => {
    const events = await platform.app
      .get(Database)
      .repository(AuditEvent)
      .find({ where: { agencyId: agency.agencyId }, order: { sequence: 'ASC' } });
    expect(firstBreak(events)).toBeUndefined();
    const actions = new Set(events.map((event) => event.action));
    for (const action of [
      'match.run',
      'proposal.accepted',
      'proposal.declined',
      'proposal.acceptRefused',
      'companionship.agreed',
      'companionship.startRefused',
      'consent.recorded',
      'plan.approved',
      'companionship.activated',
      'consent.withdrawn',
      'access.refused',
    ]) {
      expect(actions).toContain(action);
    }
    expect(JSON.stringify(events)).not.toContain(chosen.child.name);
  });

  const word = (version: number) => ({
    companionshipId: pairId,
    version,
    guardianName: '王秀兰',
    relation: '奶奶',
    method: 'THUMBPRINT',
    serviceAgreementSignedOn: '2026-11-20',
    givenOn: '2026-11-22',
    validUntil: '2027-11-21',
    childAnswer: 'YES',
    childAnsweredOn: '2026-11-22',
  });
});
