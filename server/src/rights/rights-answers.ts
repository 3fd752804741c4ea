// The agency's side: what waits, and the answer. A refusal has a ground and a written reason (未成年人网络保护条例 34).
import { Injectable } from '@nestjs/common';
import { err, ok, type PersonId, type Result } from '@tongxing/shared/kernel';
import { givesFile, RIGHTS_READY_DAYS, type RefusalGround } from '@tongxing/shared/rules';
import { PeopleRepository } from '../people/index.js';
import { mayDo, rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type {
  FieldProblem,
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../platform/graphql/index.js';
import { PersonalData, type ErasureHold } from '../platform/keys/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { Copies } from './copies.js';
import { RightsFiles } from './rights-files.js';
import type { RightsRequest } from './rights-request.entity.js';
import { RightsStore, type AnswerWords, type RightsView } from './rights-store.js';

export interface GiveInput {
  readonly id: string;
  readonly version: number;
  /** Where something was put right: what stood there, what stands there now. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}
export interface RefuseInput {
  readonly id: string;
  readonly version: number;
  readonly ground: RefusalGround;
  readonly reason: string;
}
export type AnswerError = InvalidInputError | NotFoundError | StaleVersionError | TransitionError;

const SHORTEST_REASON = 10;
const LONGEST_TEXT = 1000;
const DAY_MS = 86_400_000;
const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class RightsAnswers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly people: PeopleRepository,
    private readonly data: PersonalData,
    private readonly store: RightsStore,
    private readonly copies: Copies,
    private readonly files: RightsFiles,
  ) {}

  /** What waits, or what is done, the oldest of what waits first. */
  async page(
    actor: PersonActor,
    open: boolean,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly requests: RightsView[]; readonly total: number }> {
    const within = this.store.within(rowsFor(actor, 'rights.read'));
    const states = open ? (['RECEIVED'] as const) : (['GIVEN', 'REFUSED', 'WITHDRAWN'] as const);
    const where = states.map((state) => ({ ...within, state }));
    const order = open ? ({ askedAt: 'ASC', id: 'ASC' } as const) : ({ decidedAt: 'DESC', id: 'DESC' } as const);
    const [rows, total] = await this.store.rows().findAndCount({ where, order, skip: offset, take: limit });
    return { requests: await this.store.open(rows), total };
  }

  find(actor: PersonActor, id: string): Promise<RightsView | undefined> {
    return this.store.find({ ...this.store.within(rowsFor(actor, 'rights.read')), id });
  }

  /** How many wait for this person. */
  async countOpen(actor: PersonActor): Promise<number> {
    if (!mayDo(actor, 'rights.read')) return 0;
    return this.store.rows().countBy({ ...this.store.within(rowsFor(actor, 'rights.read')), state: 'RECEIVED' });
  }

  /** Names of the people behind some requests; whoever is gone has none. */
  async namesOf(actor: PersonActor, views: readonly RightsView[]): Promise<ReadonlyMap<string, string>> {
    const ids = views.flatMap(({ personId, decidedBy }) => [personId, ...(decidedBy ? [decidedBy] : [])]);
    const people = await this.people.byIds(actor.agencyId, [...new Set<string>(ids)]);
    return new Map([...people].map(([id, { name }]) => [id, name]));
  }

  /** What stands against the erasure that a request asks for; for whoever may decide it. */
  async holds(actor: PersonActor, id: string): Promise<readonly ErasureHold[] | undefined> {
    const view = await this.find(actor, id);
    return view?.right === 'ERASE' ? this.data.holds(actor.agencyId, view.personId) : undefined;
  }

  /** Gives what was asked for: the file is made now, as of this moment. An erasure is given by erasing, not here. */
  give(actor: PersonActor, input: GiveInput): Promise<Result<RightsView, AnswerError>> {
    return this.#decide(actor, input, 'GIVEN', async (row) => {
      const right = row.rightKind;
      if (right === 'ERASE') return err({ code: 'TRANSITION_REFUSED' as const, from: row.state, to: 'GIVEN' });
      const fields = right === 'CORRECT' ? tooLongOrEmpty({ before: input.before, after: input.after }) : [];
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const personId = row.personId as PersonId;
      if (!givesFile(right)) return ok({ before: input.before?.trim(), after: input.after?.trim() });
      await this.files.write(actor.agencyId, personId, row.id, await this.copies.of(actor.agencyId, personId));
      return ok({});
    });
  }

  refuse(actor: PersonActor, input: RefuseInput): Promise<Result<RightsView, AnswerError>> {
    const reason = input.reason.trim();
    // Which records the law keeps is not for the asker to read: it could tell of somebody's worry about a child.
    const fixed = input.ground === 'LAW_KEEPS_RECORDS';
    const fields: FieldProblem[] = [];
    if (!fixed && [...reason].length < SHORTEST_REASON) fields.push({ field: 'reason', code: 'TOO_SHORT' });
    if ([...reason].length > LONGEST_TEXT) fields.push({ field: 'reason', code: 'TOO_LONG' });
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT' as const, fields }));
    return this.#decide(actor, input, 'REFUSED', () => Promise.resolve(ok(fixed ? {} : { reason })), input.ground);
  }

  #decide(
    actor: PersonActor,
    { id, version }: { readonly id: string; readonly version: number },
    to: 'GIVEN' | 'REFUSED',
    answer: (row: RightsRequest) => Promise<Result<AnswerWords, AnswerError>>,
    ground?: RefusalGround,
  ): Promise<Result<RightsView, AnswerError>> {
    const permission = to === 'GIVEN' ? 'rights.give' : 'rights.refuse';
    return this.work.run(actor, async () => {
      const where = { ...this.store.within(rowsFor(actor, permission)), id };
      const row = await this.store.lock(where);
      // Nobody answers themselves.
      if (!row || row.personId === actor.personId) return err(MISSING);
      if (row.version !== version) return err({ code: 'STALE_VERSION' as const, currentVersion: row.version });
      if (row.state !== 'RECEIVED') return err({ code: 'TRANSITION_REFUSED' as const, from: row.state, to });
      const written = await answer(row);
      if (!written.ok) return written;
      const personId = row.personId as PersonId;
      await this.store.ready(actor.agencyId, personId);
      const readyUntil = new Date(this.clock.now().getTime() + RIGHTS_READY_DAYS * DAY_MS).toISOString();
      await this.store.rows().update(
        { id },
        {
          ...{ state: to, version: version + 1, decidedBy: actor.personId, decidedAt: this.clock.nowIso() },
          ground: ground ?? null,
          answerSealed: this.store.seal('answer', id, personId, written.value),
          readyUntil: to === 'GIVEN' && givesFile(row.rightKind) ? readyUntil : null,
        },
      );
      const action = to === 'GIVEN' ? 'rights.given' : 'rights.refused';
      const facts = { right: row.rightKind, ...(ground ? { ground } : {}) };
      this.trail.record({ action, subjectType: 'RightsRequest', subjectId: id, facts });
      if (row.askedBy === 'SELF') await this.outbox.publish('RightsAnswered', { personId });
      const view = await this.store.find(where);
      return view ? ok(view) : err(MISSING);
    });
  }
}

function tooLongOrEmpty(texts: Readonly<Record<string, string | undefined>>): FieldProblem[] {
  return Object.entries(texts).flatMap(([field, text]) => {
    const length = [...(text ?? '').trim()].length;
    if (length === 0) return [{ field, code: 'REQUIRED' }];
    return length > LONGEST_TEXT ? [{ field, code: 'TOO_LONG' }] : [];
  });
}
