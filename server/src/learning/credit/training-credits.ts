// Credit for what somebody learned elsewhere: they ask with a paper, somebody else looks at it and decides (P14, H6).
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import {
  creditUntil,
  isCreditable,
  LONGEST_CREDIT_PLACE,
  LONGEST_CREDIT_WORDS,
  MOST_CREDIT_PAPERS,
  type CreditRefusal,
} from '@tongxing/shared/rules';
import { Documents, Purposes } from '../../documents/index.js';
import { Agencies, AgencySettings, PeopleRepository } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CourseFacts } from '../catalogue/course-facts.js';
import type { AgencyCourse } from '../catalogue/course.entity.js';
import { Courses } from '../catalogue/courses.js';
import { requestProblems, textProblems, type FieldProblem } from '../domain/course-problems.js';
import type { TrainingRefusal, TrainingRefusedError } from '../sessions/training-refusals.js';
import { CreditsRepository, PLACES, type CreditView } from './credits.repository.js';
import { TrainingCredit } from './training-credit.entity.js';

export interface CreditAsked {
  readonly courseId: string;
  readonly learnedOn: LocalDate;
  readonly place: string;
  readonly paperIds: readonly string[];
  readonly requestId: string;
}
export type CreditDecision =
  | { readonly grants: true; readonly words: string }
  | { readonly grants: false; readonly refusedFor: CreditRefusal; readonly words: string };
export type CreditError = InvalidInputError | NotFoundError | TrainingRefusedError;
type Outcome = Result<undefined, CreditError>;

const PURPOSE = 'TRAINING_CREDIT';
/** Papers that may wait, where some were taken twice. */
const MOST_WAITING = MOST_CREDIT_PAPERS * 2;

@Injectable()
export class TrainingCredits implements OnModuleInit {
  constructor(
    private readonly purposes: Purposes,
    private readonly documents: Documents,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cipher: Cipher,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly people: PeopleRepository,
    private readonly courses: Courses,
    private readonly facts: CourseFacts,
    private readonly repository: CreditsRepository,
  ) {}

  onModuleInit(): void {
    this.purposes.add({
      ...{ purpose: PURPOSE, subjectType: 'Person', read: 'learning.decideCredit', write: 'learning.askCredit' },
      own: true,
      // None comes later: whoever has another paper asks again.
      proves: { recordType: 'TrainingCredit', most: MOST_CREDIT_PAPERS, standing: () => Promise.resolve(undefined) },
      most: MOST_WAITING,
      ownerOf: async ({ agencyId, offices }, id) => {
        if (offices !== 'ALL') return undefined;
        return (await this.people.byIds(agencyId, [id])).get(id)?.id;
      },
    });
  }

  /** Courses for which somebody can ask. */
  async creditable(agencyId: AgencyId): Promise<AgencyCourse[]> {
    return (await this.courses.list(agencyId)).filter((course) => course.closedAt === null && isCreditable(course));
  }

  mine({ agencyId, personId }: PersonActor): Promise<CreditView[]> {
    return this.repository.ofPerson(agencyId, personId);
  }

  waiting({ agencyId }: PersonActor): Promise<CreditView[]> {
    return this.repository.waiting(agencyId);
  }

  /** Asks for one course, once at a time; a retry with the same request asks no second time. */
  async ask(actor: PersonActor, asked: CreditAsked): Promise<Outcome> {
    const { agencyId, personId } = actor;
    const { courseId, learnedOn, place, paperIds, requestId } = asked;
    const today = await this.agencies.today(agencyId);
    const { trainingValidDays } = await this.settings.valuesOf(agencyId);
    return this.work.run(actor, async (): Promise<Outcome> => {
      // One after the other for one person: of two that are sent at once the second sees the first.
      await this.people.lock(agencyId, personId);
      const known = await this.#rows().findOneBy({ agencyId, personId, requestId });
      if (known) return ok(undefined);
      const course = await this.courses.find(agencyId, courseId);
      if (!course) return err({ code: 'NOT_FOUND' });
      if (course.closedAt !== null) return refused('COURSE_CLOSED');
      if (!isCreditable(course)) return refused('LEARNED_HERE_ONLY');
      const fields = problemsOf(asked, today);
      const until = creditUntil(learnedOn, course.validMonths ?? undefined, trainingValidDays);
      if (until < today) fields.push({ field: 'learnedOn', code: 'TOO_LONG_AGO' });
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const open = { agencyId, personId, courseId, state: 'ASKED' as const };
      if (await this.#rows().existsBy(open)) return refused('ASKED_ALREADY');
      const id: string = this.ids.next<never>();
      await this.cipher.ensureKeys(agencyId, [personId]);
      const placeSealed = this.cipher.sealFor(personId, place.trim(), PLACES.place(id));
      const nothing = { refusedFor: null, wordsSealed: null, trainingId: null, decidedBy: null, decidedAt: null };
      const row = { id, ...open, learnedOn, placeSealed, ...nothing, askedAt: this.clock.nowIso(), requestId };
      await this.#rows().insert(row);
      if (!(await this.documents.attach(actor, PURPOSE, personId, paperIds, id))) {
        return err({ code: 'INVALID_INPUT', fields: [{ field: 'paperIds', code: 'NOT_FOUND' }] });
      }
      this.#record('credit.asked', id, { course: courseId, papers: paperIds.length });
      return ok(undefined);
    });
  }

  /** The person themself takes back what was not decided yet. */
  async withdraw(actor: PersonActor, id: string): Promise<Outcome> {
    return this.work.run(actor, async (): Promise<Outcome> => {
      const row = await this.repository.lock(actor.agencyId, id);
      if (row?.personId !== actor.personId) return err({ code: 'NOT_FOUND' });
      if (row.state !== 'ASKED') return refused('DECIDED_ALREADY');
      await this.#rows().update({ id }, { state: 'WITHDRAWN', decidedAt: this.clock.nowIso() });
      this.#record('credit.withdrawn', id, {});
      return ok(undefined);
    });
  }

  /**
   * Somebody else has looked at the papers. Granted, it is a training of the course from the day of learning, with its
   * tasks and its end, which eligibility reads at once. Nobody decides on their own; of two decisions the first holds.
   */
  async decide(actor: PersonActor, id: string, decision: CreditDecision): Promise<Outcome> {
    const outcome = await this.work.run(actor, () => this.#decide(actor, id, decision));
    if (!outcome.ok && outcome.error.code === 'TRAINING_REFUSED' && outcome.error.why === 'OWN_RECORD') {
      const entry = { action: 'credit.decideRefused', subjectType: 'TrainingCredit', subjectId: id };
      await rememberRefusal(this.work, this.trail, actor, { ...entry, facts: { why: 'OWN_RECORD' } });
    }
    return outcome;
  }

  async #decide(actor: PersonActor, id: string, decision: CreditDecision): Promise<Outcome> {
    const { agencyId } = actor;
    const row = await this.repository.lock(agencyId, id);
    const course = row && (await this.courses.find(agencyId, row.courseId));
    if (!row || !course || row.state === 'WITHDRAWN') return err({ code: 'NOT_FOUND' });
    if (row.personId === actor.personId) return refused('OWN_RECORD');
    if (row.state !== 'ASKED') return refused('DECIDED_ALREADY');
    const words = decision.words.trim();
    const fields = textProblems('words', words, LONGEST_CREDIT_WORDS, false);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const personId = row.personId as PersonId;
    await this.cipher.ensureKeys(agencyId, [personId]);
    const wordsSealed = words === '' ? null : this.cipher.sealFor(personId, words, PLACES.words(id));
    const decided = { decidedBy: actor.personId, decidedAt: this.clock.nowIso(), wordsSealed };
    if (decision.grants) {
      const happenedOn = row.learnedOn as LocalDate;
      const learned = { agencyId, personId, happenedOn, evidence: 'CREDIT' as const, recordedBy: actor.personId };
      const trainingId = await this.facts.add(course, learned);
      await this.#rows().update({ id }, { ...decided, state: 'GRANTED', trainingId });
    } else {
      await this.#rows().update({ id }, { ...decided, state: 'REFUSED', refusedFor: decision.refusedFor });
    }
    this.#record(decision.grants ? 'credit.granted' : 'credit.refused', id, { course: course.id });
    await this.outbox.publish('TrainingCreditDecided', { creditId: id, personIds: [personId] });
    return ok(undefined);
  }

  #record(action: string, subjectId: string, facts: Readonly<Record<string, string | number>>): void {
    this.trail.record({ action, subjectType: 'TrainingCredit', subjectId, facts });
  }

  #rows() {
    return this.database.repository(TrainingCredit);
  }
}

const refused = (why: TrainingRefusal): Outcome => err({ code: 'TRAINING_REFUSED', why });

function problemsOf({ learnedOn, place, paperIds, requestId }: CreditAsked, today: LocalDate): FieldProblem[] {
  const problems = [...textProblems('place', place, LONGEST_CREDIT_PLACE, true), ...requestProblems(requestId)];
  if (learnedOn > today) problems.push({ field: 'learnedOn', code: 'IN_THE_FUTURE' });
  if (paperIds.length === 0) problems.push({ field: 'paperIds', code: 'REQUIRED' });
  if (paperIds.length > MOST_CREDIT_PAPERS) problems.push({ field: 'paperIds', code: 'TOO_MANY' });
  return problems;
}
