// One run of the match, and pairs brought so far that every state of a companionship has somebody in it.
import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, type LoginId, type Result } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../children/index.js';
import { Consents, GuardianLinks, toActor } from '../disclosure/index.js';
import {
  Companionships,
  CompanionshipsRepository,
  Contacts,
  Covers,
  FamilyLinks,
  Guardians,
  HandingOn,
  MatchRuns,
  MyCompanionships,
  NextSteps,
  Pauses,
  Proposals,
} from '../matching/index.js';
import { VolunteersRepository } from '../people/index.js';
import { allRows, personActor, type PersonActor } from '../platform/access/index.js';
import { DemoPapers } from './demo-papers.js';
import { must } from './must.js';

type Proposal = Awaited<ReturnType<Proposals['page']>>['proposals'][number];
type Pair = Awaited<ReturnType<CompanionshipsRepository['ofProposals']>>[number];

const MOST_PROPOSALS = 200;
/** Active pairs that simply go on. */
const ACTIVE = 5;
const PLANS = [
  { taskGoal: '每周一起完成两次作业，能自己说出哪里不懂', processGoal: '在新学校有一个可以说心里话的人' },
  { taskGoal: '一个学期读完三本自己挑的书', processGoal: '敢在小组里说出自己的想法' },
  { taskGoal: '学会坐两条公交线路去图书馆', processGoal: '觉得这座城市也是自己的' },
] as const;

const WALKS = [
  {
    notes: ['一起认了认活动室，挑了一张靠窗的桌子', '读了半章书，孩子说想知道后面怎么样了'],
    steps: ['一起挑一本书', '一起去一次街道图书馆'],
    firstDone: true,
  },
  { notes: ['一起画了从家到学校的路'], steps: ['认识一个新的公交站'], firstDone: false },
  { notes: [], steps: ['说说这个星期最高兴的一件事'], firstDone: false },
] as const;

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
    private readonly guardians: Guardians,
    private readonly families: FamilyLinks,
    private readonly links: GuardianLinks,
    private readonly consents: Consents,
    private readonly contacts: Contacts,
    private readonly nextSteps: NextSteps,
    private readonly pauses: Pauses,
    private readonly covers: Covers,
    private readonly handingOn: HandingOn,
  ) {}

  /** Of the volunteer who signs in, a pair waits for the answer; of others, there is one in each later state. */
  async begin(worker: PersonActor, volunteerId: string, today: LocalDate): Promise<void> {
    const run = must(await this.runs.run(worker, undefined, 'demo'), 'run the match');
    const bounds = { offset: 0, limit: MOST_PROPOSALS };
    const { proposals } = await this.proposals.page(allRows(worker.agencyId), run.id, 'PROPOSED', bounds);
    const own = proposals.find((proposal) => proposal.volunteerId === volunteerId);
    const [forFamily, ready, paused, ended, declined, ...others] = oneEach(proposals, volunteerId);
    if (own) await this.#accept(worker, own);
    if (forFamily) await this.#agree(await this.#accept(worker, forFamily));
    if (ready) await this.#prepare(worker, ready, today);
    if (paused) await this.#pause(await this.#activate(worker, paused, today), worker);
    if (ended) await this.#end(worker, await this.#activate(worker, ended, today), today);
    const [away, moved, ...free] = others.slice(ACTIVE);
    const volunteerIds = free.map((proposal) => proposal.volunteerId);
    if (away) await this.#standIn(worker, await this.#activate(worker, away, today), volunteerIds, today);
    if (moved) await this.#handOn(worker, await this.#activate(worker, moved, today), volunteerIds, today);
    for (const [rank, proposal] of others.slice(0, ACTIVE).entries()) {
      const pair = await this.#activate(worker, proposal, today, rank === 0);
      await this.#walk(worker, pair, today, rank);
    }
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

  /** Everything but the first day. */
  async #prepare(worker: PersonActor, proposal: Proposal, today: LocalDate, onPaper = false): Promise<Pair> {
    return this.#consentAndPlan(worker, await this.#agree(await this.#accept(worker, proposal)), today, onPaper);
  }

  async #consentAndPlan(worker: PersonActor, pair: Pair, today: LocalDate, onPaper = false): Promise<Pair> {
    const child = (await this.children.byIds(allRows(pair.agencyId), [pair.childId])).get(pair.childId);
    const papers = onPaper ? [await this.papers.bring(worker, 'CONSENT_PAPER', pair.id, '家庭同意书.png')] : [];
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
    const consented = await this.companionships.recordConsent(worker, pair.id, pair.version, word, papers);
    const { version } = must(consented, 'record a consent');
    const goals = PLANS[version % PLANS.length] ?? PLANS[0];
    const plan = { ...goals, meetingPlace: '晴川街道社工站活动室', contactsPerMonth: 4 };
    return must(await this.companionships.approvePlan(worker, pair.id, version, plan), 'approve a plan');
  }

  async #activate(worker: PersonActor, proposal: Proposal, today: LocalDate, onPaper = false): Promise<Pair> {
    const pair = await this.#prepare(worker, proposal, today, onPaper);
    return must(await this.companionships.activate(worker, pair.id, pair.version, today), 'start a companionship');
  }

  /** What the two have done since, and what they set out to do; not every pair has the same. */
  async #walk(worker: PersonActor, { id }: Pair, today: LocalDate, rank: number): Promise<void> {
    const walk = WALKS[rank % WALKS.length] ?? WALKS[0];
    for (const [number, note] of walk.notes.entries()) {
      const contact = { kind: 'MADE' as const, happenedOn: today, note, requestId: `demo-${number}` };
      must(await this.contacts.record(worker, id, contact), 'write a contact down');
    }
    for (const [number, text] of walk.steps.entries()) {
      const step = { text, dueOn: addDays(today, 7 * (number + 1)), requestId: `demo-${number}` };
      must(await this.nextSteps.add(worker, id, step), 'write a small goal down');
    }
    if (!walk.firstDone) return;
    const [first] = (await this.nextSteps.ofPairs(worker.agencyId, [id])).get(id) ?? [];
    if (first) must(await this.nextSteps.tick(worker, first.id, true), 'tick a small goal');
  }

  /** The companion is away for four weeks, and another volunteer has begun to stand in. */
  async #standIn(worker: PersonActor, pair: Pair, volunteerIds: readonly string[], today: LocalDate): Promise<void> {
    const resting = must(await this.pauses.pause(worker, pair.id, pair.version, '回老家照顾家人，四周后回来'), 'pause');
    const days = { from: today, until: addDays(today, 27) };
    const cover = await firstOf(volunteerIds, (volunteerId) =>
      this.covers.invite(worker, resting.id, resting.version, {
        ...days,
        volunteerId,
        share: ['GOALS'],
        contactIds: [],
      }),
    );
    const ready = await this.#consentAndPlan(worker, await this.#agree(cover), today);
    must(await this.companionships.activate(worker, ready.id, ready.version, today), 'begin to stand in');
  }

  /** The companion has moved away and said goodbye; another one has been asked. */
  async #handOn(worker: PersonActor, pair: Pair, volunteerIds: readonly string[], today: LocalDate): Promise<void> {
    const to = { reason: '搬到别的城市，和孩子好好道了别', closingTalkOn: today, contactIds: [] };
    await firstOf(volunteerIds, (volunteerId) =>
      this.handingOn.handOn(worker, pair.id, pair.version, { ...to, volunteerId, share: ['GOALS', 'MEETING'] }),
    );
  }

  /** The family takes its consent back by its own link, as it may at any moment: the pair pauses. */
  async #pause(pair: Pair, worker: PersonActor): Promise<void> {
    const { path } = must(await this.families.create(worker, pair.id), 'make a guardian’s link');
    const link = await this.links.bySecret(path.slice(path.lastIndexOf('/') + 1));
    const consent = (await this.consents.latest(pair.agencyId, [pair.id])).get(pair.id);
    if (!link || !consent) throw new Error('BUG: a paused pair of the demo has no link or no consent');
    must(await this.guardians.withdraw(toActor(link, 'demo'), consent.id), 'withdraw a consent');
  }

  async #end(worker: PersonActor, pair: Pair, today: LocalDate): Promise<void> {
    const reason = '孩子一家要搬回老家，和陪伴者好好道了别';
    const { id, version } = pair;
    must(await this.companionships.end(worker, id, version, reason, today), 'end a companionship');
  }
}

/** The first volunteer whom no rule keeps from this child; the matching would rank them. */
async function firstOf(
  volunteerIds: readonly string[],
  invite: (volunteerId: string) => Promise<Result<Pair, { readonly code: string }>>,
): Promise<Pair> {
  for (const volunteerId of volunteerIds) {
    const outcome = await invite(volunteerId);
    if (outcome.ok) return outcome.value;
  }
  throw new Error('BUG: nobody of the demo could be asked');
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
