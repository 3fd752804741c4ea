// People who apply, and those whom the desk's colleagues talk with: what every spec of applying asks and says.
import { randomInt } from 'node:crypto';
import { LEGAL_VERSIONS, newApplyCode } from '@tongxing/shared/rules';
import { Database } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { Application } from '../applications/index.js';
import { inboxOf } from './inbox.js';
import { PapersWorld } from './papers-world.js';

export const MINE = `__typename ... on MyApplication { state paused name motive interests waits letter declineReason form { agencyName linkName }
  missing { step field } } ... on InvalidInput { fields { field code } } ... on UserError { code }`;
export const FORMS =
  'query ($link: String) { applyForms(link: $link) { agencyId agencyName linkName referees minimumAge } }';
export const START = `mutation ($i: StartApplicationInput!) { outcome: startApplication(input: $i) { ${MINE} } }`;
export const SAVE = `mutation ($i: SaveApplicationInput!) { outcome: saveApplication(input: $i) { ${MINE} } }`;
export const SEND = `mutation ($i: SendApplicationInput!) { outcome: sendApplication(input: $i) { ${MINE} } }`;
export const PAUSE = `mutation ($i: PauseApplicationInput!) { outcome: pauseApplication(input: $i) { ${MINE} } }`;
export const WITHDRAW = `mutation ($i: WithdrawApplicationInput!) { outcome: withdrawApplication(input: $i) { ${MINE} } }`;
export const LINK = `mutation ($i: AskApplicationLinkInput!) { outcome: askApplicationLink(input: $i) { __typename } }`;
export const MY = `query ($code: String!) { outcome: myApplication(code: $code) { ${MINE.replace(/ \.\.\. on Inv.*/s, '')} } }`;
export const ASK = `query ($code: String!) { outcome: applicationAsk(code: $code, locale: ZH_CN) { kind applicantName contactName text textHash answer } }`;
export const ANSWER = `mutation ($i: AnswerApplicationAskInput!) { outcome: answerApplicationAsk(input: $i) { __typename
  ... on ApplicationAsk { answer } ... on InvalidInput { fields { field code } } } }`;
export const LIST = `query ($show: ApplicationsShown!) { applications(show: $show, first: 50) { totalCount edges { node {
  id name phone state waits age linkName others version decidedBy } } } }`;
export const ONE = `query ($id: ID!) { application(id: $id) { id name motive waits version talks { note talkedBy }
  asks { kind name answer words textHash signature } } }`;
export const CHANGED = `{ __typename ... on Application { id state version waits talks { note } asks { kind answer } letter }
  ... on InvalidInput { fields { field code } } ... on UserError { code } }`;
export const TALK = `mutation ($i: NoteApplicationTalkInput!) { outcome: noteApplicationTalk(input: $i) ${CHANGED} }`;
export const ASK_REFEREE = `mutation ($i: AskRefereeInput!) { outcome: askReferee(input: $i) ${CHANGED} }`;
export const ASK_GUARDIAN = `mutation ($i: AskApplicantGuardianInput!) { outcome: askApplicantGuardian(input: $i) ${CHANGED} }`;
export const DECLINE = `mutation ($i: DeclineApplicationInput!) { outcome: declineApplication(input: $i) ${CHANGED} }`;
export const ACCEPT = `mutation ($i: AcceptApplicationInput!) { outcome: acceptApplication(input: $i) { __typename
  ... on ApplicationAccepted { invitation application { state } } ... on ApplicationHeld { waits }
  ... on ApplicantKnown { knownName isVolunteer mayLink } ... on UserError { code } } }`;
export const MAKE_LINK = `mutation ($i: MakeApplyLinkInput!) { outcome: makeApplyLink(input: $i) { __typename
  ... on ApplyLink { id path closedAt } ... on InvalidInput { fields { code } } } }`;
export const CLOSE_LINK = `mutation ($i: CloseApplyLinkInput!) { outcome: closeApplyLink(input: $i) { __typename
  ... on ApplyLink { closedAt } } }`;

export interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly code?: string;
  readonly state: string;
  readonly version: number;
  readonly name: string;
  readonly motive: string;
  readonly paused: boolean;
  readonly waits: readonly string[];
  readonly missing: readonly { readonly field: string }[];
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
  readonly asks: readonly { readonly kind: string; readonly answer: string | null; readonly textHash: string | null }[];
  readonly [key: string]: unknown;
}
export const WHOLE = {
  birthDate: '1995-05-05',
  interests: ['COMPANIONSHIP'],
  freeTimes: [{ weekday: 6, startMinute: 540, endMinute: 720 }],
  languages: ['MANDARIN'],
  skills: ['READING'],
  motive: '想陪孩子读书',
  referees: [{ name: '周老师', phone: '13900139001', relation: '同事' }],
};

/** The world of papers, with whoever comes to the form; functions, so that a spec takes those that it needs. */
export class ApplicantsWorld {
  #world: PapersWorld | undefined;
  #numbers = 0;

  get world(): PapersWorld {
    if (!this.#world) throw new Error('BUG: asked before it began');
    return this.#world;
  }

  async begin(): Promise<void> {
    this.#world = await PapersWorld.start();
  }

  readonly outcome = async (who: string, query: string, i: object) =>
    (await this.world.ask<{ outcome: Outcome }>(who, query, { i })).outcome;
  readonly newNumber = () => `138001${String((this.#numbers += 1)).padStart(5, '0')}`;
  readonly newCode = () => newApplyCode((below) => randomInt(below));
  readonly my = async (code: string) =>
    (await this.world.ask<{ outcome: Outcome | null }>('visitor', MY, { code })).outcome;
  readonly start = async (said: object = {}) => {
    const code = this.newCode();
    const input = {
      code,
      agencyId: toGlobalId('Agency', this.world.agencyId),
      locale: 'ZH_CN',
      name: '林小满',
      phone: this.newNumber(),
    };
    const begun = await this.outcome('visitor', START, { ...input, ...said });
    expect(begun.__typename).toBe('MyApplication');
    return { code, phone: input.phone };
  };
  readonly send = (code: string, privacyVersion = LEGAL_VERSIONS.privacy) =>
    this.outcome('visitor', SEND, { code, privacyVersion });
  readonly sent = async (said: object = {}, begin: object = {}) => {
    const { code, phone } = await this.start(begin);
    await this.outcome('visitor', SAVE, { code, ...WHOLE, ...said });
    expect((await this.send(code)).state).toBe('SENT');
    const row = await this.applications().findOneByOrFail({ state: 'SENT' as never, id: await this.newestId() });
    return { code, phone, id: toGlobalId('Application', row.id), rowId: row.id };
  };
  readonly applications = () => this.world.platform.app.get(Database).repository(Application);
  readonly newestId = async () => (await this.applications().find({ order: { id: 'DESC' }, take: 1 }))[0]?.id ?? '';
  readonly list = async (who: string, show = 'WAITING') =>
    (
      await this.world.ask<{ applications: { edges: { node: Outcome }[] } }>(who, LIST, { show })
    ).applications.edges.map(({ node }) => node);
  readonly one = async (who: string, id: string) =>
    (await this.world.ask<{ application: Outcome | null }>(who, ONE, { id })).application;
  readonly talk = (who: string, applicationId: string, requestId = `talk-${(this.#numbers += 1)}`) =>
    this.outcome(who, TALK, { applicationId, talkedOn: '2026-11-22', note: '耐心，喜欢孩子', requestId });
  readonly accept = async (who: string, applicationId: string, said: object = {}) => {
    const { version = 0 } = (await this.one(who, applicationId)) ?? {};
    return this.outcome(who, ACCEPT, {
      applicationId,
      version,
      places: 1,
      samePerson: false,
      reason: '电话核实过',
      ...said,
    });
  };
  readonly newestAsk = async (path: string) =>
    new RegExp(`${path}/([0-9A-Z]{12})`).exec(await inboxOf(this.world.platform))?.[1] ?? '';
  readonly refusedTo = async (who: string, query: string, variables: object) => {
    const response = await fetch(`${this.world.platform.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.world.cookieOf(who) },
      body: JSON.stringify({ query, variables }),
    });
    const { errors } = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
    return errors?.[0]?.extensions?.code;
  };
}
