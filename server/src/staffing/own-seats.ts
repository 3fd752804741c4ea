// A volunteer's own seats and wishes: what they were asked for, their yes or no, and what they like to do.
import { Injectable } from '@nestjs/common';
import { err, ok, parseLocalDate, type Result } from '@tongxing/shared/kernel';
import { LONGEST_SEAT_REASON, wishProblems, type ActivityWish } from '@tongxing/shared/rules';
import { mayMove, SEAT_MACHINE } from '@tongxing/shared/states';
import { Activities, type ActivityView } from '../activities/index.js';
import { Agencies, VolunteersRepository } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type {
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { toWish } from './month-loads.js';
import { SeatsRepository } from './seats.repository.js';
import type { SeatAssignment } from './staffing.entities.js';

export interface OwnSeat {
  readonly seat: SeatAssignment;
  readonly view: ActivityView;
}
export interface OwnWish extends ActivityWish {
  /** 0 where nothing was said yet. */
  readonly version: number;
}
export type AnswerSeatError = NotFoundError | StaleVersionError | TransitionError | InvalidInputError;
type ChangeWishError = NotFoundError | StaleVersionError | InvalidInputError;

const MISSING: NotFoundError = { code: 'NOT_FOUND' };
export const reasonPlace = (id: string): string => `seat_assignment.reason.${id}`;

@Injectable()
export class OwnSeats {
  constructor(
    private readonly activities: Activities,
    private readonly agencies: Agencies,
    private readonly volunteers: VolunteersRepository,
    private readonly repository: SeatsRepository,
    private readonly cipher: Cipher,
    private readonly outbox: Outbox,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** What they were told of, from today on, the earliest first; what was called off still says so. */
  async list({ agencyId, personId }: PersonActor): Promise<OwnSeat[]> {
    const today = await this.agencies.today(agencyId);
    const seats = await this.repository.ofPerson(agencyId, personId, today);
    const told = seats.filter(({ publishedAt }) => publishedAt !== null);
    const found: OwnSeat[] = [];
    for (const seat of told) {
      const view = await this.activities.find(agencyId, seat.activityId);
      if (view) found.push({ seat, view });
    }
    return found;
  }

  /** Yes or no to a seat before its day is over; a no may say why, and frees it. */
  answer(
    actor: PersonActor,
    id: string,
    said: { readonly version: number; readonly coming: boolean; readonly reason: string },
  ): Promise<Result<OwnSeat, AnswerSeatError>> {
    const { agencyId, personId } = actor;
    const reason = said.reason.trim();
    return this.work.run(actor, async (): Promise<Result<OwnSeat, AnswerSeatError>> => {
      const seat = await this.repository.lock(agencyId, id);
      const view = seat && (await this.activities.find(agencyId, seat.activityId));
      if (!seat || seat.personId !== personId || seat.publishedAt === null || !view) return err(MISSING);
      if (seat.version !== said.version) return err({ code: 'STALE_VERSION', currentVersion: seat.version });
      const to = said.coming ? 'PUBLISHED' : 'DECLINED';
      const past = seat.onDate < (await this.agencies.today(agencyId)) || view.activity.state === 'CANCELLED';
      const moves = said.coming ? seat.state === 'PUBLISHED' : mayMove(SEAT_MACHINE, seat.state, 'DECLINED');
      if (past || !moves) return err({ code: 'TRANSITION_REFUSED', from: seat.state, to });
      if (reason.length > LONGEST_SEAT_REASON) {
        return err({ code: 'INVALID_INPUT', fields: [{ field: 'reason', code: 'TOO_LONG' }] });
      }
      const sealed = said.coming || reason === '' ? null : await this.#seal(personId, agencyId, id, reason);
      const change = {
        ...({ state: to, version: seat.version + 1, reasonSealed: sealed } as const),
        answeredAt: this.clock.nowIso(),
      };
      await this.repository.change(id, change);
      if (!said.coming && seat.publishedBy !== null) {
        await this.outbox.publish('SeatDeclined', {
          workerPersonId: seat.publishedBy as never,
          month: seat.onDate.slice(0, 7),
        });
      }
      const action = said.coming ? 'staffing.accepted' : 'staffing.declined';
      this.trail.record({ action, subjectType: 'SeatAssignment', subjectId: id });
      return ok({ seat: { ...seat, ...change }, view });
    });
  }

  /** Undefined without a record as a volunteer. */
  async wishes({ agencyId, personId }: PersonActor): Promise<OwnWish | undefined> {
    if (!(await this.volunteers.byPerson(agencyId, personId))) return undefined;
    const row = await this.repository.wishOf(agencyId, personId);
    return { ...toWish(row), version: row?.version ?? 0 };
  }

  changeWishes(actor: PersonActor, version: number, wish: ActivityWish): Promise<Result<OwnWish, ChangeWishError>> {
    const { agencyId, personId } = actor;
    return this.work.run(actor, async (): Promise<Result<OwnWish, ChangeWishError>> => {
      const volunteer = await this.volunteers.byPerson(agencyId, personId);
      if (!volunteer) return err(MISSING);
      await this.volunteers.lock(agencyId, volunteer.id);
      const before = await this.repository.wishOf(agencyId, personId);
      const current = before?.version ?? 0;
      if (current !== version) return err({ code: 'STALE_VERSION', currentVersion: current });
      const days = wish.restDays.every((day) => parseLocalDate(day) !== undefined);
      const wrong = [...wishProblems(wish), ...(days ? [] : [{ field: 'restDays', code: 'MALFORMED' }])];
      if (wrong.length > 0) return err({ code: 'INVALID_INPUT', fields: wrong });
      const said = { ...wish, kinds: [...new Set(wish.kinds)], restDays: [...new Set(wish.restDays)].sort() };
      const row = {
        ...{ id: before?.id ?? this.ids.next<never>(), agencyId, personId, version: version + 1 },
        ...{ ...said, changedAt: this.clock.nowIso() },
      };
      await this.repository.saveWish(row, before === null);
      this.trail.record({ action: 'staffing.wished', subjectType: 'Volunteer', subjectId: volunteer.id });
      return ok({ ...said, version: version + 1 });
    });
  }

  async #seal(personId: string, agencyId: string, id: string, reason: string): Promise<string> {
    await this.cipher.ensureKeys(agencyId, [personId]);
    return this.cipher.sealFor(personId, reason, reasonPlace(id));
  }
}
