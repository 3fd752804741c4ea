// A company's own side of a year: what it would like, its answer to the days it was told of, and what is designed together.
import { Injectable } from '@nestjs/common';
import { err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { Activities } from '../activities/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { CommonError } from '../platform/graphql/index.js';
import { TeamBookings, TeamDays, Teams, type BookingError } from '../teams/index.js';
import { CompanyYearRepository } from './company-year.repository.js';
import type { CompanyYearPlace, CompanyYearWish } from './company-year.entities.js';
import { CompanyYears } from './company-years.js';
import {
  designProblems,
  reasonProblems,
  wishProblems,
  type DesignFields,
  type WishFields,
} from './domain/year-fields.js';

/** The closing date is over, or the catalogue is not open yet. */
export interface WishesClosedError {
  readonly code: 'WISHES_CLOSED';
  readonly wishesUntil: string;
}
export type WishError = CommonError | WishesClosedError;
type PlaceOutcome<E> = Result<CompanyYearPlace, E>;

const MISSING = { code: 'NOT_FOUND' as const };
export const answerPlace = (id: string): string => `company_year_place.reason.${id}`;

@Injectable()
export class OwnYears {
  constructor(
    private readonly repository: CompanyYearRepository,
    private readonly years: CompanyYears,
    private readonly teams: Teams,
    private readonly bookings: TeamBookings,
    private readonly days: TeamDays,
    private readonly activities: Activities,
    private readonly cipher: Cipher,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Version 0 where nothing was said yet. */
  wish(
    actor: PersonActor,
    yearId: string,
    teamId: string,
    fields: WishFields & { readonly version: number },
  ): Promise<Result<CompanyYearWish, WishError>> {
    const { agencyId, personId: changedBy } = actor;
    return this.work.run(actor, async (): Promise<Result<CompanyYearWish, WishError>> => {
      if (!(await this.#isMine(actor, teamId))) return err(MISSING);
      // Locked, so that nobody's wish comes in while the year is being closed.
      const year = await this.repository.lockYear(agencyId, yearId);
      if (!year || year.openedAt === null) return err(MISSING);
      if ((await this.years.stageOf(year)) !== 'WISHING') {
        return err({ code: 'WISHES_CLOSED', wishesUntil: year.wishesUntil });
      }
      const before = (await this.repository.wishes(agencyId, [yearId])).find((one) => one.teamId === teamId);
      if ((before?.version ?? 0) !== fields.version) {
        return err({ code: 'STALE_VERSION', currentVersion: before?.version ?? 0 });
      }
      const lines = await this.repository.entries(agencyId, [yearId]);
      const entries = new Set(lines.flatMap(({ id, closedAt }) => (closedAt === null ? [id] : [])));
      const problems = wishProblems(fields, entries);
      if (problems.length > 0) return err({ code: 'INVALID_INPUT', fields: problems });
      const { people, budget, mostDays, tasks } = fields;
      const row: CompanyYearWish = {
        ...{ id: before?.id ?? this.ids.next<never>(), agencyId, yearId, teamId, people, mostDays, tasks, changedBy },
        ...{ months: [...new Set(fields.months)].sort((a, b) => a - b), wishes: [...fields.wishes] },
        ...{ budgetFen: budget === undefined ? null : BigInt(budget), version: (before?.version ?? 0) + 1 },
        changedAt: this.clock.nowIso(),
      };
      await this.repository.saveWish(row, !before);
      const facts = { year: year.year, wishes: row.wishes.length };
      this.trail.record({ action: 'companyYear.wished', subjectType: 'VolunteerTeam', subjectId: teamId, facts });
      return ok(row);
    });
  }

  /**
   * The company comes. Where the day has an activity with places, they are held, asked for and confirmed by the teams'
   * own services, since the desk has said yes by telling the company; refused as those refuse it, and nothing changes.
   */
  accept(actor: PersonActor, placeId: string, version: number): Promise<PlaceOutcome<BookingError>> {
    const { agencyId, personId } = actor;
    return this.work.runTogether(actor, async (): Promise<PlaceOutcome<BookingError>> => {
      const locked = await this.#told(actor, placeId, version, 'ACCEPTED');
      if (!locked.ok) return locked;
      const place = locked.value;
      const booked = await this.#book(actor, place);
      if (!booked.ok) return booked;
      return this.work.run(actor, async (): Promise<PlaceOutcome<BookingError>> => {
        const answered = { state: 'ACCEPTED', answeredAt: this.clock.nowIso(), answeredBy: personId } as const;
        const change = { ...answered, bookingId: booked.value ?? null, version: version + 1 };
        await this.repository.changePlace(placeId, change);
        this.#record('companyYear.accepted', place, { booked: booked.value !== undefined });
        return ok((await this.repository.place(agencyId, placeId)) ?? { ...place, ...change });
      });
    });
  }

  /** The company does not come; why is said to the desk. */
  decline(actor: PersonActor, placeId: string, version: number, reason: string): Promise<PlaceOutcome<CommonError>> {
    const { agencyId, personId } = actor;
    return this.work.runTogether(actor, async (): Promise<PlaceOutcome<CommonError>> => {
      const locked = await this.#told(actor, placeId, version, 'DECLINED');
      if (!locked.ok) return locked;
      return this.work.run(actor, async (): Promise<PlaceOutcome<CommonError>> => {
        const fields = reasonProblems(reason, true);
        if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
        await this.cipher.ensureKeys(agencyId, [agencyId]);
        const change = {
          ...({ state: 'DECLINED', answeredAt: this.clock.nowIso(), answeredBy: personId } as const),
          reasonSealed: this.cipher.sealFor(agencyId, reason.trim(), answerPlace(placeId)),
          version: version + 1,
        };
        await this.repository.changePlace(placeId, change);
        this.#record('companyYear.declined', locked.value, {});
        return ok({ ...locked.value, ...change });
      });
    });
  }

  /** What the day is to be, by the company; changed words need both yeses anew. */
  designAsTeam(
    actor: PersonActor,
    placeId: string,
    said: DesignFields & { readonly version: number; readonly agree: boolean },
  ): Promise<PlaceOutcome<CommonError>> {
    return this.#design(actor, placeId, said, 'team');
  }

  /** The same by the desk. When both have said yes to the same words, a draft of the activity stands in the plan. */
  async designAtDesk(
    actor: PersonActor,
    placeId: string,
    said: DesignFields & { readonly version: number; readonly agree: boolean },
  ): Promise<PlaceOutcome<CommonError>> {
    return this.#design(actor, placeId, said, 'desk');
  }

  async #design(
    actor: PersonActor,
    placeId: string,
    said: DesignFields & { readonly version: number; readonly agree: boolean },
    side: 'team' | 'desk',
  ): Promise<PlaceOutcome<CommonError>> {
    const { agencyId, personId } = actor;
    return this.work.run(actor, async (): Promise<PlaceOutcome<CommonError>> => {
      const place = await this.repository.lockPlace(agencyId, placeId);
      if (!place || (side === 'team' && !(await this.#isMine(actor, place.teamId)))) return err(MISSING);
      if (place.version !== said.version) return err({ code: 'STALE_VERSION', currentVersion: place.version });
      if (place.state !== 'ACCEPTED' || place.bookingId !== null || place.activityId !== null) {
        return err({ code: 'TRANSITION_REFUSED', from: place.state, to: 'ACCEPTED' });
      }
      const fields = designProblems(said);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const words = {
        designTaskGoal: said.taskGoal.trim(),
        designProcessGoal: said.processGoal.trim(),
        designChildrenPart: said.childrenPart.trim(),
      };
      const isSame = (Object.keys(words) as (keyof typeof words)[]).every((key) => place[key] === words[key]);
      const yeses = isSame ? {} : { teamYesAt: null, teamYesBy: null, deskYesAt: null, deskYesBy: null };
      const at = said.agree ? this.clock.nowIso() : null;
      const by = said.agree ? personId : null;
      const own = side === 'team' ? { teamYesAt: at, teamYesBy: by } : { deskYesAt: at, deskYesBy: by };
      const change = { ...words, ...yeses, ...own, version: place.version + 1 };
      await this.repository.changePlace(placeId, change);
      this.#record('companyYear.designed', place, { side, agreed: said.agree });
      return ok({ ...place, ...change });
    });
  }

  /** Both have said yes: the plan of the activity, which a second person then reads as any other. */
  async plan(actor: PersonActor, placeId: string): Promise<PlaceOutcome<CommonError>> {
    const { agencyId, personId } = actor;
    return this.work.runTogether(actor, async (): Promise<PlaceOutcome<CommonError>> => {
      const place = await this.work.run(actor, () => this.repository.lockPlace(agencyId, placeId));
      const entry =
        place && (await this.repository.entries(agencyId, [place.yearId])).find((one) => one.id === place.entryId);
      if (!place || !entry) return err(MISSING);
      const { designTaskGoal, designProcessGoal, designChildrenPart, activityId } = place;
      if (activityId !== null) return ok(place);
      if (place.teamYesAt === null || place.deskYesAt === null) {
        return err({ code: 'TRANSITION_REFUSED', from: 'ACCEPTED', to: 'DRAFT' });
      }
      const { kind, theme, themeEn, venueId, startMinute, endMinute, children, childrenPerAdult } = entry;
      const fields = {
        ...{ kind, theme, themeEn: themeEn ?? '', venueId, startMinute, endMinute, children, childrenPerAdult },
        ...{
          onDate: place.day as LocalDate,
          childrenGroup: '',
          riskChildren: '',
          riskStaff: '',
          roles: [],
          budget: [],
        },
        ...{ taskGoal: designTaskGoal ?? '', processGoal: designProcessGoal ?? '' },
        ...{ childrenPart: designChildrenPart ?? '', inChargeIds: [personId as string] },
      };
      const planned = await this.activities.create(actor, fields, `year ${placeId}`);
      if (!planned.ok) return err(planned.error.code === 'INVALID_INPUT' ? planned.error : MISSING);
      const change = { activityId: planned.value.activity.id, version: place.version + 1 };
      await this.work.run(actor, async () => {
        await this.repository.changePlace(placeId, change);
        this.#record('companyYear.designPlanned', place, {});
      });
      return ok({ ...place, ...change });
    });
  }

  /** Undefined where the day has no activity to which teams may come: then it is designed together. */
  async #book(actor: PersonActor, place: CompanyYearPlace): Promise<Result<string | undefined, BookingError>> {
    const { agencyId } = actor;
    const entries = await this.repository.entries(agencyId, [place.yearId]);
    const planned = entries.find(({ id }) => id === place.entryId)?.days.find(({ day }) => day === place.day);
    const activityId = planned?.activityId ?? null;
    if (activityId === null || !(await this.days.byIds(agencyId, [activityId])).has(activityId)) return ok(undefined);
    const wishes = await this.repository.wishes(agencyId, [place.yearId]);
    const wish = wishes.find(({ teamId }) => teamId === place.teamId);
    const held = await this.bookings.hold(actor, {
      ...{ teamId: place.teamId, activityId, people: place.people, tasks: wish?.tasks ?? 'WITH_CHILDREN' },
      ...{ partly: false, budget: undefined, requestId: `year ${place.id}` },
    });
    if (!held.ok) return held;
    const asked = await this.bookings.request(actor, held.value, 1);
    return asked.ok ? this.bookings.confirm(actor, held.value, 2) : asked;
  }

  /** A day that the company was told of, locked until the unit of work ends; of nobody else's is there any. */
  #told(actor: PersonActor, placeId: string, version: number, to: string): Promise<PlaceOutcome<CommonError>> {
    return this.work.run(actor, async (): Promise<PlaceOutcome<CommonError>> => {
      const place = await this.repository.lockPlace(actor.agencyId, placeId);
      if (!place || place.state === 'PROPOSED' || !(await this.#isMine(actor, place.teamId))) return err(MISSING);
      if (place.version !== version) return err({ code: 'STALE_VERSION', currentVersion: place.version });
      return place.state === 'TOLD' ? ok(place) : err({ code: 'TRANSITION_REFUSED', from: place.state, to });
    });
  }

  async #isMine(actor: PersonActor, teamId: string): Promise<boolean> {
    return (await this.teams.mine(actor)).some(({ id }) => id === teamId);
  }

  #record(
    action: string,
    { yearId, teamId }: CompanyYearPlace,
    facts: Readonly<Record<string, boolean | string>>,
  ): void {
    this.trail.record({ action, subjectType: 'CompanyYear', subjectId: yearId, facts: { teamId, ...facts } });
  }
}
