import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import { instantAt, onCallAt, type DutyLine } from '@tongxing/shared/rules';
import { Agencies } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { CaseTeam } from '../case-team.js';
import { DutySlot } from './duty-slot.entity.js';

export interface SlotInput {
  readonly personId: PersonId;
  readonly line: DutyLine;
  /** Days and minutes of the agency's own calendar. */
  readonly startsOn: LocalDate;
  readonly startMinute: number;
  readonly endsOn: LocalDate;
  readonly endMinute: number;
  readonly requestId: string;
}
export interface SlotView {
  readonly id: string;
  readonly personId: PersonId;
  readonly line: DutyLine;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly onNow: boolean;
}
export type SlotError = InvalidInputError | NotFoundError;

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 14;
const LONGEST_REQUEST_ID = 64;

/** Who is on call, by the agency's calendar. Whoever does no work any more is on call no more, whatever the rota says. */
@Injectable()
export class DutyRota {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly team: CaseTeam,
  ) {}

  /** What is, and what comes; the nearest first. */
  async slots(agencyId: AgencyId): Promise<SlotView[]> {
    const now = this.clock.nowIso();
    const rows = await this.#standing(agencyId, now);
    return rows.map((row) => toView(row, now));
  }

  /** People of a line who are on call at this moment, and at work. */
  async onCall(agencyId: AgencyId, line: DutyLine): Promise<PersonId[]> {
    const now = this.clock.nowIso();
    const rows = await this.#standing(agencyId, now);
    const named = onCallAt(rows, line, now) as PersonId[];
    if (named.length === 0) return [];
    const team = await this.team.ids(agencyId);
    return named.filter((id) => team.has(id));
  }

  async isOnCall({ agencyId, personId }: PersonActor): Promise<boolean> {
    const now = this.clock.nowIso();
    const where = { agencyId, personId, removedAt: IsNull(), endsAt: MoreThan(now) };
    const own = await this.database.repository(DutySlot).findBy(where);
    return own.some(({ startsAt }) => startsAt <= now);
  }

  /** Puts a colleague on call; the same `requestId` again adds nothing more. */
  async add(actor: PersonActor, input: SlotInput): Promise<Result<SlotView[], SlotError>> {
    const { agencyId, personId: createdBy } = actor;
    const { timeZone } = await this.agencies.get(agencyId);
    const startsAt = instantAt(input.startsOn, input.startMinute, timeZone);
    const endsAt = instantAt(input.endsOn, input.endMinute, timeZone);
    const outcome = await this.work.run(actor, async (): Promise<Result<true, SlotError>> => {
      const now = this.clock.nowIso();
      const fields = problemsOf(input, { startsAt, endsAt, now });
      if (!(await this.team.includes(agencyId, input.personId))) {
        fields.push({ field: 'personId', code: 'NOT_OF_THE_TEAM' });
      }
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const { requestId, personId, line } = input;
      const slots = this.database.repository(DutySlot);
      if (await slots.existsBy({ agencyId, requestId })) return ok(true);
      const id: string = this.ids.next<never>();
      const row = { id, agencyId, personId, line, startsAt, endsAt, createdBy, requestId };
      await slots.insert({ ...row, createdAt: now, removedAt: null });
      const facts = { line, startsAt, endsAt };
      this.trail.record({ action: 'duty.added', subjectType: 'Person', subjectId: personId, facts });
      return ok(true);
    });
    return outcome.ok ? ok(await this.slots(agencyId)) : outcome;
  }

  /** Takes a slot out from now on; who was on call until now stays written down. */
  async remove(actor: PersonActor, id: string): Promise<Result<SlotView[], SlotError>> {
    const { agencyId } = actor;
    const outcome = await this.work.run(actor, async (): Promise<Result<true, SlotError>> => {
      const slots = this.database.repository(DutySlot);
      const now = this.clock.nowIso();
      const slot = await slots.findOneBy({ agencyId, id, removedAt: IsNull(), endsAt: MoreThan(now) });
      if (!slot) return err({ code: 'NOT_FOUND' });
      await slots.update({ id, removedAt: IsNull() }, { removedAt: now });
      this.trail.record({ action: 'duty.removed', subjectType: 'Person', subjectId: slot.personId });
      return ok(true);
    });
    return outcome.ok ? ok(await this.slots(agencyId)) : outcome;
  }

  #standing(agencyId: AgencyId, now: string): Promise<DutySlot[]> {
    return this.database.repository(DutySlot).find({
      where: { agencyId, removedAt: IsNull(), endsAt: MoreThan(now) },
      order: { startsAt: 'ASC', line: 'ASC', id: 'ASC' },
      take: 200,
    });
  }
}

const toView = ({ id, personId, line, startsAt, endsAt }: DutySlot, now: string): SlotView => ({
  ...{ id, line, startsAt, endsAt },
  personId: personId as PersonId,
  onNow: startsAt <= now,
});

const MINUTES_OF_DAY = 24 * 60;

function problemsOf(
  { startMinute, endMinute, requestId }: SlotInput,
  { startsAt, endsAt, now }: { readonly startsAt: string; readonly endsAt: string; readonly now: string },
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [field, minute] of Object.entries({ startMinute, endMinute })) {
    if (minute < 0 || minute > MINUTES_OF_DAY) problems.push({ field, code: 'OUT_OF_RANGE' });
  }
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  if (length <= 0) problems.push({ field: 'endsOn', code: 'BEFORE_START' });
  if (length > LONGEST_DAYS * DAY_MS) problems.push({ field: 'endsOn', code: 'TOO_LONG' });
  if (endsAt <= now) problems.push({ field: 'endsOn', code: 'IN_THE_PAST' });
  if (requestId === '' || requestId.length > LONGEST_REQUEST_ID) {
    problems.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
  }
  return problems;
}
