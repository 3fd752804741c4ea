// One pair on its way from a proposal to Active, step by step through the API, as a worker and a volunteer go it.
import type { AgencyId } from '@tongxing/shared/kernel';
import { VolunteersRepository } from '../people/index.js';
import { allRows } from '../platform/access/index.js';
import { Database } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { signInVolunteer, type MatchedAgency } from './matched-agency.js';
import type { TestApp, TestClient } from './test-app.js';

export const PAIR_DAY = '2026-11-22';
export const PAIR_PLAN = {
  ...{ taskGoal: '一起读完一本书', processGoal: '愿意说出想法' },
  ...{ meetingPlace: '社工站', contactsPerMonth: 2 },
};
export const FAMILY_WORD = {
  ...{ guardianName: '王秀兰', relation: '奶奶', method: 'THUMBPRINT' },
  ...{ serviceAgreementSignedOn: '2026-11-20', givenOn: PAIR_DAY, validUntil: '2027-11-21' },
  ...{ childAnswer: 'YES', childAnsweredOn: PAIR_DAY },
};

export interface PathOutcome {
  readonly __typename: string;
  readonly [field: string]: unknown;
}
interface Proposed {
  readonly id: string;
  readonly version: number;
  readonly volunteer: { readonly id: string; readonly personId: string };
  readonly child: { readonly id: string; readonly personId: string };
}

const PAIR = '__typename ... on Companionship { id version state } ... on InvalidInput { fields { field code } }';
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { __typename ... on MatchRun {
  proposals(first: 40) { edges { node { id version volunteer { id personId } child { id personId } } } } } } }`;
const ACCEPT = `mutation ($i: AcceptProposalInput!) { outcome: acceptProposal(input: $i) { __typename
  ... on MatchProposal { companionship { id } } } }`;
const ANSWER = `mutation ($i: AnswerCompanionshipInput!) { outcome: answerCompanionship(input: $i) { __typename } }`;
const CONSENT = `mutation ($i: RecordConsentInput!) { outcome: recordConsent(input: $i) { ${PAIR} } }`;
const PLAN = `mutation ($i: ApprovePlanInput!) { outcome: approvePlan(input: $i) { ${PAIR} } }`;
const ACTIVATE = `mutation ($i: ActivateCompanionshipInput!) { outcome: activateCompanionship(input: $i) { ${PAIR}
  ... on CompanionshipBlocked { blockers { code rule } } } }`;

export const actAs = async (client: TestClient, mutation: string, i: object): Promise<PathOutcome> =>
  (await client.data<{ outcome: PathOutcome }>(mutation, { i })).outcome;

/** Proposals of one run, each volunteer once. */
export async function proposedPairs(agency: MatchedAgency, requestId: string): Promise<Proposed[]> {
  const run = await actAs(agency.worker, RUN, { requestId });
  const { edges } = run['proposals'] as { edges: { node: Proposed }[] };
  const seen = new Set<string>();
  return edges.map(({ node }) => node).filter(({ volunteer: { id } }) => !seen.has(id) && seen.add(id));
}

export class PairPath {
  private constructor(
    private readonly platform: TestApp,
    private readonly agency: MatchedAgency,
    readonly id: string,
    readonly proposed: Proposed,
    readonly volunteer: TestClient,
  ) {}

  /** Accepts a proposal and gives its volunteer a login under this number. */
  static async accept(platform: TestApp, agency: MatchedAgency, proposed: Proposed, phone: string): Promise<PairPath> {
    const { id, version } = proposed;
    const accepted = await actAs(agency.worker, ACCEPT, { proposalId: id, version });
    const pair = (accepted['companionship'] as { id: string }).id;
    const volunteer = await volunteerOf(platform, agency.agencyId, proposed.volunteer.id, phone);
    return new PairPath(platform, agency, pair, proposed, volunteer);
  }

  /** The same two as another pair. */
  as(id: string, volunteer = this.volunteer): PairPath {
    return new PairPath(this.platform, this.agency, id, this.proposed, volunteer);
  }

  /** As the server knows it. */
  get rowId(): string {
    return fromGlobalId('Companionship', this.id) ?? '';
  }

  async row(): Promise<Record<string, unknown>> {
    const database = this.platform.app.get(Database);
    const [row] = await database.read<Record<string, unknown>>('SELECT * FROM companionship WHERE id = ?', [
      this.rowId,
    ]);
    return row ?? {};
  }

  async agree(): Promise<PathOutcome> {
    return actAs(this.volunteer, ANSWER, { ...(await this.#now()), agree: true, acceptConduct: true });
  }

  async consent(word: object = {}): Promise<PathOutcome> {
    return actAs(this.agency.worker, CONSENT, { ...(await this.#now()), ...FAMILY_WORD, ...word });
  }

  async approvePlan(plan: object = {}): Promise<PathOutcome> {
    return actAs(this.agency.worker, PLAN, { ...(await this.#now()), ...PAIR_PLAN, ...plan });
  }

  async activate(startsOn = PAIR_DAY): Promise<PathOutcome> {
    return actAs(this.agency.worker, ACTIVATE, { ...(await this.#now()), startsOn });
  }

  /** Everything there is to do, in its order. */
  async walk(): Promise<PathOutcome> {
    await this.agree();
    await this.consent();
    await this.approvePlan();
    return this.activate();
  }

  async #now(): Promise<{ companionshipId: string; version: number }> {
    return { companionshipId: this.id, version: Number((await this.row())['version']) };
  }
}

async function volunteerOf(platform: TestApp, agencyId: AgencyId, volunteer: string, phone: string) {
  const id = fromGlobalId('Volunteer', volunteer) ?? '';
  const found = (await platform.app.get(VolunteersRepository).byIds(allRows(agencyId), [id])).get(id);
  return signInVolunteer(platform, agencyId, found?.person.id ?? '', phone);
}
