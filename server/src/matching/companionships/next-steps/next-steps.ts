import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { addDays, err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../../../children/index.js';
import { Agencies } from '../../../people/index.js';
import { rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { AuditTrail } from '../../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../../platform/clock/index.js';
import { Cipher } from '../../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import type { FieldProblem, InvalidInputError } from '../../../platform/graphql/index.js';
import { CompanionshipsRepository, type CompanionshipView, type StepError } from '../companionships.repository.js';
import { textProblem } from '../input-problems.js';
import { OwnPairs } from '../own-pairs.js';
import { requestKeyOf } from '../request-key.js';
import { CompanionshipNextStep } from './next-step.entity.js';

export interface NewNextStep {
  readonly text: string;
  readonly dueOn: LocalDate | undefined;
  readonly requestId: string;
}
export interface NextStepView {
  readonly id: string;
  readonly companionshipId: string;
  readonly text: string;
  readonly dueOn: LocalDate | undefined;
  readonly doneAt: string | undefined;
}
export type NextStepError = StepError | InvalidInputError;

const LONGEST_TEXT = 200;
const LONGEST_REQUEST_ID = 64;
const FARTHEST_DAYS = 366;
/** More than that at once is no next step. */
const MOST_OPEN = 8;
const MOST_SHOWN = 30;
const MISSING = { code: 'NOT_FOUND' as const };
/** From the family's yes until it is over there is something to set out for. */
const ON_THE_WAY: ReadonlySet<CompanionshipView['state']> = new Set(['FAMILY_CONSENTED', 'ACTIVE', 'PAUSED']);

/** What a pair sets out to do: written down by a worker, ticked by the volunteer or a worker (P20). */
@Injectable()
export class NextSteps {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cipher: Cipher,
    private readonly agencies: Agencies,
    private readonly children: ChildrenRepository,
    private readonly pairs: OwnPairs,
    private readonly repository: CompanionshipsRepository,
  ) {}

  /** Writes one down; the same `requestId` again writes nothing more. At most eight are open at once. */
  async add(actor: PersonActor, pairId: string, step: NewNextStep): Promise<Result<CompanionshipView, NextStepError>> {
    const today = await this.agencies.today(actor.agencyId);
    return this.work.run(actor, async () => {
      const found = await this.repository.lock(rowsFor(actor, 'companionship.prepare'), pairId);
      if (!found.ok) return found;
      const pair = found.value;
      const fields = problemsOf(step, today);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const requestId = requestKeyOf(pair.id, step.requestId);
      const rows = this.database.repository(CompanionshipNextStep);
      if (await rows.existsBy({ agencyId: pair.agencyId, requestId })) return ok(pair);
      if (!ON_THE_WAY.has(pair.state)) {
        return err({ code: 'TRANSITION_REFUSED' as const, from: pair.state, to: pair.state });
      }
      // The pair's row is locked: nobody else adds meanwhile.
      if ((await this.#open(pair.id)) >= MOST_OPEN) {
        return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'text', code: 'TOO_MANY' }] });
      }
      const id = this.ids.next<never>() as string;
      await rows.insert({
        ...{ id, agencyId: pair.agencyId, companionshipId: pair.id, requestId, dueOn: step.dueOn ?? null },
        textSealed: await this.#seal(pair, step.text.trim(), id),
        ...{ addedBy: actor.personId, addedAt: this.clock.nowIso() },
        ...{ doneAt: null, doneBy: null, droppedAt: null },
      });
      this.#record('nextStep.added', pair.id);
      return ok(pair);
    });
  }

  /** Says that one is done, or that it is not yet; saying it twice changes nothing. By either side. */
  tick(actor: PersonActor, id: string, done: boolean): Promise<Result<CompanionshipView, StepError>> {
    return this.work.run(actor, async () => {
      const found = await this.#lockWith(actor, id, (pairId) =>
        this.pairs.lock(actor, 'companionship.recordContact', pairId),
      );
      if (!found.ok) return found;
      const { pair, step } = found.value;
      if ((step.doneAt !== null) === done) return ok(pair);
      const change = done
        ? { doneAt: this.clock.nowIso(), doneBy: actor.personId as string }
        : { doneAt: null, doneBy: null };
      await this.database.repository(CompanionshipNextStep).update({ id }, change);
      this.#record(done ? 'nextStep.done' : 'nextStep.reopened', pair.id);
      return ok(pair);
    });
  }

  /** Takes one off the list, by a worker. */
  drop(actor: PersonActor, id: string): Promise<Result<CompanionshipView, StepError>> {
    return this.work.run(actor, async () => {
      const within = rowsFor(actor, 'companionship.prepare');
      const found = await this.#lockWith(actor, id, (pairId) => this.repository.lock(within, pairId));
      if (!found.ok) return found;
      const { pair } = found.value;
      await this.database.repository(CompanionshipNextStep).update({ id }, { droppedAt: this.clock.nowIso() });
      this.#record('nextStep.dropped', pair.id);
      return ok(pair);
    });
  }

  /** Those of each of these pairs that stand on the list: what is open first, then what was done last. */
  async ofPairs(agencyId: AgencyId, pairIds: readonly string[]): Promise<ReadonlyMap<string, readonly NextStepView[]>> {
    if (pairIds.length === 0) return new Map();
    const rows = await this.database.repository(CompanionshipNextStep).find({
      where: { agencyId, companionshipId: In([...pairIds]), droppedAt: IsNull() },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
    const known = rows.filter(({ textSealed }) => !this.cipher.isErased(textSealed));
    await this.cipher.loadKeys(known.map(({ textSealed }) => textSealed));
    const views = known.map((row): NextStepView => ({
      ...{ id: row.id, companionshipId: row.companionshipId, doneAt: row.doneAt ?? undefined },
      dueOn: (row.dueOn ?? undefined) as LocalDate | undefined,
      text: this.cipher.open(row.textSealed, place(row.id)),
    }));
    return new Map(
      pairIds.map(
        (id) => [id, inOrder(views.filter((one) => one.companionshipId === id)).slice(0, MOST_SHOWN)] as const,
      ),
    );
  }

  #open(companionshipId: string): Promise<number> {
    const where = { companionshipId, doneAt: IsNull(), droppedAt: IsNull() };
    return this.database.repository(CompanionshipNextStep).countBy(where);
  }

  async #lockWith(
    { agencyId }: PersonActor,
    id: string,
    lock: (pairId: string) => Promise<Result<CompanionshipView, StepError>>,
  ): Promise<Result<{ pair: CompanionshipView; step: CompanionshipNextStep }, StepError>> {
    const rows = this.database.repository(CompanionshipNextStep);
    const seen = await rows.findOneBy({ agencyId, id, droppedAt: IsNull() });
    const found = seen ? await lock(seen.companionshipId) : err(MISSING);
    if (!found.ok) return found;
    const step = await this.database.forUpdate(rows.createQueryBuilder('s').where({ agencyId, id })).getOne();
    if (!step || step.droppedAt !== null) return err(MISSING);
    if (!ON_THE_WAY.has(found.value.state)) {
      return err({ code: 'TRANSITION_REFUSED', from: found.value.state, to: found.value.state });
    }
    return ok({ pair: found.value, step });
  }

  async #seal(pair: CompanionshipView, text: string, id: string): Promise<string> {
    const subject = await this.children.personOf(pair.agencyId, pair.childId);
    await this.cipher.ensureKeys(pair.agencyId, [subject]);
    return this.cipher.sealFor(subject, text, place(id));
  }

  #record(action: string, pairId: string): void {
    this.trail.record({ action, subjectType: 'Companionship', subjectId: pairId });
  }
}

const place = (id: string) => `companionship_next_step.text.${id}`;

function inOrder(steps: readonly NextStepView[]): NextStepView[] {
  const open = steps.filter(({ doneAt }) => doneAt === undefined);
  const done = steps.filter(({ doneAt }) => doneAt !== undefined);
  return [...open, ...done.sort((a, b) => ((a.doneAt ?? '') < (b.doneAt ?? '') ? 1 : -1))];
}

function problemsOf({ text, dueOn, requestId }: NewNextStep, today: LocalDate): FieldProblem[] {
  const problems = textProblem('text', text, LONGEST_TEXT);
  if (dueOn && dueOn < today) problems.push({ field: 'dueOn', code: 'IN_THE_PAST' });
  if (dueOn && dueOn > addDays(today, FARTHEST_DAYS)) problems.push({ field: 'dueOn', code: 'TOO_FAR_AHEAD' });
  if (requestId === '' || requestId.length > LONGEST_REQUEST_ID) {
    problems.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
  }
  return problems;
}
