// Breaches of personal data (未成年人网络保护条例 35): opened by the director, taken step by step against the clock, closed with
// everything told. An exercise is the same, and tells nobody outside.
import { Injectable } from '@nestjs/common';
import { err, localDateIn, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import {
  breachDeadlines,
  breachHours,
  TOLD_HOW,
  type AffectedCount,
  type BreachCategory,
  type BreachKind,
  type BreachStep,
  type ToldHow,
} from '@tongxing/shared/rules';
import { Agencies, AgencySettings } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type {
  FieldProblem,
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../../platform/graphql/index.js';
import { Breach } from './breach.entity.js';

export interface BreachFacts {
  readonly happened: string;
  readonly harm: string;
  readonly done: string;
}
export interface OpenBreachInput extends BreachFacts {
  readonly drill: boolean;
  readonly kinds: readonly BreachKind[];
  readonly happenedAt: string | undefined;
  readonly noticedAt: string;
  readonly categories: readonly BreachCategory[];
  readonly affected: readonly AffectedCount[];
  readonly requestId: string;
}
export interface StepInput {
  readonly id: string;
  readonly version: number;
  readonly step: BreachStep;
  /** The authority's reference; left out in an exercise. */
  readonly reference: string | undefined;
  readonly toldHow: ToldHow | undefined;
}
export interface BreachView extends Omit<Breach, 'factsSealed' | 'requestId'> {
  readonly facts: BreachFacts;
  readonly deadlines: Readonly<Record<BreachStep, string>>;
}
export type BreachError = InvalidInputError | NotFoundError | StaleVersionError | TransitionError;

const LONGEST = 4000;
const LONGEST_REFERENCE = 80;
const MISSING = { code: 'NOT_FOUND' as const };
/** Which column tells that a step is done. */
const DONE_AT = {
  CONTAIN: 'containedAt',
  TELL_AUTHORITY: 'authorityToldAt',
  TELL_AFFECTED: 'affectedToldAt',
  CLOSE: 'closedAt',
} as const satisfies Readonly<Record<BreachStep, keyof Breach>>;

@Injectable()
export class Breaches {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
  ) {}

  /** All of the agency, the newest first. */
  async list(agencyId: AgencyId): Promise<BreachView[]> {
    const rows = await this.#rows().find({ where: { agencyId }, order: { noticedAt: 'DESC', id: 'DESC' }, take: 200 });
    return this.#open(rows);
  }

  async find(agencyId: AgencyId, id: string): Promise<BreachView | undefined> {
    const row = await this.#rows().findOneBy({ agencyId, id });
    return row ? (await this.#open([row]))[0] : undefined;
  }

  open(actor: PersonActor, input: OpenBreachInput): Promise<Result<BreachView, InvalidInputError>> {
    const { agencyId, personId } = actor;
    const now = this.clock.nowIso();
    const fields = problemsOf(input, now);
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT' as const, fields }));
    return this.work.run(actor, async () => {
      const again = await this.#rows().findOneBy({ agencyId, requestId: input.requestId });
      if (again) return ok(await this.#one(again));
      const { happened, harm, done, happenedAt, kinds, categories, affected, drill, noticedAt, requestId } = input;
      const id: string = this.ids.next<never>();
      await this.cipher.ensureKeys(agencyId, [agencyId]);
      const facts = { happened: happened.trim(), harm: harm.trim(), done: done.trim() };
      const row: Breach = {
        ...{ id, agencyId, drill, noticedAt, requestId, openedBy: personId, openedAt: now, version: 1 },
        number: await this.#number(agencyId, noticedAt),
        clockHours: breachHours(await this.settings.valuesOf(agencyId)),
        ...{ kinds: [...kinds], categories: [...categories], affected: [...affected] },
        happenedAt: happenedAt ?? null,
        factsSealed: this.cipher.sealFor(agencyId, JSON.stringify(facts), placeOf(id)),
        ...{ containedAt: null, authorityToldAt: null, authorityReference: null, affectedToldAt: null },
        ...{ affectedToldHow: null, closedAt: null, closedBy: null },
      };
      await this.#rows().insert(row);
      this.trail.record({ action: 'breach.opened', subjectType: 'Breach', subjectId: id, facts: { drill, noticedAt } });
      return ok(await this.#one(row));
    });
  }

  /** A step is done, now. Telling needs the reference or the way; closing needs the three before it. */
  step(actor: PersonActor, input: StepInput): Promise<Result<BreachView, BreachError>> {
    const { agencyId, personId } = actor;
    return this.work.run(actor, async () => {
      const row = await this.#lock(agencyId, input.id);
      if (!row) return err(MISSING);
      if (row.version !== input.version) return err({ code: 'STALE_VERSION' as const, currentVersion: row.version });
      const { step } = input;
      const waiting = (Object.keys(DONE_AT) as BreachStep[]).filter((one) => row[DONE_AT[one]] === null);
      const follows = waiting.includes(step) && (step !== 'CLOSE' || waiting.length === 1);
      if (!follows) return err({ code: 'TRANSITION_REFUSED' as const, from: waiting.join(' '), to: step });
      const fields = stepProblems(row, input);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const told = {
        ...(step === 'TELL_AUTHORITY' ? { authorityReference: input.reference?.trim() ?? null } : {}),
        ...(step === 'TELL_AFFECTED' ? { affectedToldHow: input.toldHow ?? null } : {}),
        ...(step === 'CLOSE' ? { closedBy: personId } : {}),
      };
      const change = { [DONE_AT[step]]: this.clock.nowIso(), ...told, version: row.version + 1 };
      await this.#rows().update({ id: row.id }, change);
      this.trail.record({ action: 'breach.stepDone', subjectType: 'Breach', subjectId: row.id, facts: { step } });
      return ok(await this.#one({ ...row, ...change }));
    });
  }

  async #number(agencyId: AgencyId, noticedAt: string): Promise<string> {
    const year = localDateIn(new Date(noticedAt), await this.agencies.timeZone(agencyId)).slice(0, 4);
    const known = await this.#rows().find({ select: { id: true, number: true }, where: { agencyId } });
    const last = Math.max(
      0,
      ...known.filter(({ number }) => number.startsWith(year)).map(({ number }) => Number(number.slice(5))),
    );
    return `${year}-${String(last + 1).padStart(2, '0')}`;
  }

  #lock(agencyId: AgencyId, id: string): Promise<Breach | null> {
    const query = this.#rows().createQueryBuilder('b').where('b.agencyId = :agencyId AND b.id = :id', { agencyId, id });
    return this.database.forUpdate(query).getOne();
  }

  async #one(row: Breach): Promise<BreachView> {
    const [view] = await this.#open([row]);
    if (!view) throw new Error('BUG: a breach without a view');
    return view;
  }

  async #open(rows: readonly Breach[]): Promise<BreachView[]> {
    await this.cipher.loadKeys(rows.map(({ factsSealed }) => factsSealed));
    return rows.map(({ factsSealed, requestId: _requestId, ...row }) => ({
      ...row,
      facts: JSON.parse(this.cipher.open(factsSealed, placeOf(row.id))) as BreachFacts,
      deadlines: breachDeadlines(row.noticedAt, row.clockHours ?? undefined),
    }));
  }

  #rows() {
    return this.database.repository(Breach);
  }
}

function problemsOf(input: OpenBreachInput, now: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const field of ['happened', 'harm', 'done'] as const) {
    const length = [...input[field].trim()].length;
    if (length > LONGEST) problems.push({ field, code: 'TOO_LONG' });
    if (length === 0 && field === 'happened') problems.push({ field, code: 'REQUIRED' });
  }
  if (input.kinds.length === 0) problems.push({ field: 'kinds', code: 'REQUIRED' });
  if (input.categories.length === 0) problems.push({ field: 'categories', code: 'REQUIRED' });
  if (input.affected.some(({ count }) => count < 0)) problems.push({ field: 'affected', code: 'INVALID' });
  if (input.noticedAt > now) problems.push({ field: 'noticedAt', code: 'IN_FUTURE' });
  if (input.happenedAt !== undefined && input.happenedAt > input.noticedAt) {
    problems.push({ field: 'happenedAt', code: 'AFTER_NOTICED' });
  }
  if (input.requestId === '' || input.requestId.length > 64) problems.push({ field: 'requestId', code: 'INVALID' });
  return problems;
}

function stepProblems({ drill }: Breach, { step, reference, toldHow }: StepInput): FieldProblem[] {
  const said = reference?.trim() ?? '';
  if (step === 'TELL_AUTHORITY' && said === '' && !drill) return [{ field: 'reference', code: 'REQUIRED' }];
  if (said.length > LONGEST_REFERENCE) return [{ field: 'reference', code: 'TOO_LONG' }];
  const known = toldHow !== undefined && TOLD_HOW.includes(toldHow);
  return step === 'TELL_AFFECTED' && !known ? [{ field: 'toldHow', code: 'REQUIRED' }] : [];
}

const placeOf = (id: string): string => `breach.facts.${id}`;
