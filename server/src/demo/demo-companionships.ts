// One run of the match, and a few pairs brought so far that each page has something to show.
import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, type LoginId } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../children/index.js';
import { Companionships, CompanionshipsRepository, MatchRuns, MyCompanionships, Proposals } from '../matching/index.js';
import { VolunteersRepository } from '../people/index.js';
import { allRows, personActor, type PersonActor } from '../platform/access/index.js';
import { DemoPapers } from './demo-papers.js';
import { must } from './must.js';

type Proposal = Awaited<ReturnType<Proposals['page']>>['proposals'][number];
type Pair = Awaited<ReturnType<CompanionshipsRepository['ofProposals']>>[number];

const MOST_PROPOSALS = 200;
const PLAN = {
  taskGoal: '每周一起完成两次作业，能自己说出哪里不懂',
  processGoal: '在新学校有一个可以说心里话的人',
  meetingPlace: '晴川街道社工站活动室',
  contactsPerMonth: 4,
};

@Injectable()
export class DemoCompanionships {
  constructor(
    private readonly runs: MatchRuns,
    private readonly proposals: Proposals,
    private readonly companionships: Companionships,
    private readonly pairs: CompanionshipsRepository,
    private readonly mine: MyCompanionships,
    private readonly volunteers: VolunteersRepository,
    private readonly children: ChildrenRepository,
    private readonly papers: DemoPapers,
  ) {}

  /** Of the volunteer who signs in, a pair waits for the answer; of others, one waits for the family and one is active. */
  async begin(worker: PersonActor, volunteerId: string, today: LocalDate): Promise<void> {
    const run = must(await this.runs.run(worker, undefined, 'demo'), 'run the match');
    const bounds = { offset: 0, limit: MOST_PROPOSALS };
    const { proposals } = await this.proposals.page(allRows(worker.agencyId), run.id, 'PROPOSED', bounds);
    const own = proposals.find((proposal) => proposal.volunteerId === volunteerId);
    const [forFamily, active, declined] = oneEach(proposals, volunteerId);
    if (own) await this.#accept(worker, own);
    if (forFamily) await this.#agree(await this.#accept(worker, forFamily));
    if (active) await this.#activate(worker, await this.#agree(await this.#accept(worker, active)), today);
    if (declined) {
      const reason = '孩子周末要回老家，时间对不上';
      must(await this.proposals.decline(worker, declined.id, declined.version, reason), 'decline a proposal');
    }
  }

  async #accept(worker: PersonActor, proposal: Proposal): Promise<Pair> {
    must(await this.proposals.accept(worker, proposal.id, proposal.version), 'accept a proposal');
    const [pair] = await this.pairs.ofProposals(allRows(worker.agencyId), [proposal.id]);
    if (!pair) throw new Error('BUG: an accepted proposal without a companionship');
    return pair;
  }

  /** The volunteer's own yes. These volunteers have no login, so the demo speaks for them. */
  async #agree(pair: Pair): Promise<Pair> {
    const volunteer = (await this.volunteers.byIds(allRows(pair.agencyId), [pair.volunteerId])).get(pair.volunteerId);
    if (!volunteer) throw new Error('BUG: a companionship without its volunteer');
    const { agencyId } = pair;
    const who = { agencyId, personId: volunteer.person.id, loginId: 'demo' as LoginId, sessionId: 'demo' };
    const actor = personActor(who, [{ role: 'VOLUNTEER' }]);
    const answer = { agree: true, acceptConduct: true };
    return must(await this.mine.answer(actor, pair.id, pair.version, answer), 'answer for a volunteer').companionship;
  }

  async #activate(worker: PersonActor, pair: Pair, today: LocalDate): Promise<void> {
    const child = (await this.children.byIds(allRows(pair.agencyId), [pair.childId])).get(pair.childId);
    const paper = await this.papers.bring(worker, 'CONSENT_PAPER', pair.id, '家庭同意书.png');
    const word = {
      guardianName: child?.guardian.name ?? '家长',
      relation: child?.guardian.relation ?? '监护人',
      method: 'SIGNATURE' as const,
      serviceAgreementSignedOn: addDays(today, -9),
      givenOn: addDays(today, -7),
      validUntil: addDays(today, 358),
      childAnswer: 'YES' as const,
      childAnsweredOn: addDays(today, -7),
    };
    const consented = await this.companionships.recordConsent(worker, pair.id, pair.version, word, [paper]);
    const { version } = must(consented, 'record a consent');
    const planned = must(await this.companionships.approvePlan(worker, pair.id, version, PLAN), 'approve a plan');
    must(await this.companionships.activate(worker, pair.id, planned.version, today), 'start a companionship');
  }
}

/** Proposals of volunteers other than one, each volunteer once, the best first. */
function oneEach(proposals: readonly Proposal[], without: string): Proposal[] {
  const seen = new Set([without]);
  return proposals.filter(({ volunteerId }) => {
    if (seen.has(volunteerId)) return false;
    seen.add(volunteerId);
    return true;
  });
}
