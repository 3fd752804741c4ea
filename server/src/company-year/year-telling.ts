// Telling companies of their days, and whether they go on after the year.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { TeamTasks } from '@tongxing/shared/rules';
import type { YearRenewal } from '@tongxing/shared/states';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { CommonError } from '../platform/graphql/index.js';
import { CompanyYearRepository } from './company-year.repository.js';
import type { CompanyYearPlace, CompanyYearRenewal } from './company-year.entities.js';
import { reasonProblems } from './domain/year-fields.js';
import { Teams } from '../teams/index.js';
import { YearMessages } from './year-messages.js';
import { YearFactsLoader } from './year-facts.js';

/** A day of which nobody is told: others have booked its places meanwhile. */
export interface NotTold {
  readonly place: CompanyYearPlace;
  /** Places that are left. */
  readonly free: number;
}
export interface Told {
  readonly told: number;
  readonly refused: readonly NotTold[];
}

const MISSING = { code: 'NOT_FOUND' as const };
export const renewalPlace = (id: string): string => `company_year_renewal.reason.${id}`;

@Injectable()
export class YearTelling {
  constructor(
    private readonly repository: CompanyYearRepository,
    private readonly loader: YearFactsLoader,
    private readonly teams: Teams,
    private readonly messages: YearMessages,
    private readonly cipher: Cipher,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Tells every company of its proposed days, as the worker saw them by `version`; a day that others have filled
   * meanwhile stays a proposal and is answered with what is left.
   */
  publish(actor: PersonActor, yearId: string, version: number): Promise<Result<Told, CommonError>> {
    const { agencyId, personId: toldBy } = actor;
    return this.work.run(actor, async (): Promise<Result<Told, CommonError>> => {
      const year = await this.repository.lockYear(agencyId, yearId);
      if (!year) return err(MISSING);
      if (year.version !== version) return err({ code: 'STALE_VERSION', currentVersion: year.version });
      const places = (await this.repository.places(agencyId, [yearId])).filter(({ state }) => state === 'PROPOSED');
      const refused = await this.#full(actor, yearId, places);
      const kept = new Set(refused.map(({ place }) => place));
      const told = places.filter((place) => !kept.has(place));
      const change = { state: 'TOLD', toldAt: this.clock.nowIso(), toldBy } as const;
      for (const place of told) await this.repository.changePlace(place.id, { ...change, version: place.version + 1 });
      await this.repository.changeYear(yearId, { version: version + 1 });
      await this.messages.say(
        year,
        told.map(({ teamId }) => teamId),
        'TOLD',
        change.toldAt,
      );
      await this.messages.say(year, await this.#withoutDay(actor, yearId), 'NO_DAY');
      const facts = { year: year.year, days: told.length, companies: new Set(told.map(({ teamId }) => teamId)).size };
      this.trail.record({ action: 'companyYear.told', subjectType: 'CompanyYear', subjectId: yearId, facts });
      return ok({ told: told.length, refused });
    });
  }

  /** Goes on next year, or does not; a new row each time, so that what was said before stays. */
  renew(
    actor: PersonActor,
    yearId: string,
    teamId: string,
    { answer, reason }: { readonly answer: YearRenewal; readonly reason: string },
  ): Promise<Result<CompanyYearRenewal, CommonError>> {
    const { agencyId } = actor;
    return this.work.run(actor, async (): Promise<Result<CompanyYearRenewal, CommonError>> => {
      const year = await this.repository.yearById(agencyId, yearId);
      const team = year && (await this.teams.find(agencyId, teamId));
      if (!team) return err(MISSING);
      const fields = reasonProblems(reason, answer === 'LAPSED');
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const id: string = this.ids.next<never>();
      await this.cipher.ensureKeys(agencyId, [agencyId]);
      const said = reason.trim();
      const row: CompanyYearRenewal = {
        ...{ id, agencyId, yearId, teamId, answer, saidBy: actor.personId, saidAt: this.clock.nowIso() },
        reasonSealed: said === '' ? null : this.cipher.sealFor(agencyId, said, renewalPlace(id)),
      };
      await this.repository.addRenewal(row);
      const facts = { year: year.year, answer };
      this.trail.record({ action: 'companyYear.renewal', subjectType: 'CompanyYear', subjectId: yearId, facts });
      return ok(row);
    });
  }

  /** Teams that wished for something and have no day, nor is one kept for them. */
  async #withoutDay({ agencyId }: PersonActor, yearId: string): Promise<string[]> {
    const places = await this.repository.places(agencyId, [yearId]);
    const has = new Set(places.flatMap(({ teamId, state }) => (state === 'ENDED' ? [] : [teamId])));
    const wished = (await this.repository.wishes(agencyId, [yearId])).filter(({ wishes }) => wishes.length > 0);
    const active = new Set(await this.messages.active(agencyId));
    return wished.flatMap(({ teamId }) => (has.has(teamId) || !active.has(teamId) ? [] : [teamId]));
  }

  /** Proposals for which the day's own offer has no room by now; of several on one day, the first that fit are told. */
  async #full({ agencyId }: PersonActor, yearId: string, places: readonly CompanyYearPlace[]): Promise<NotTold[]> {
    const entries = new Map((await this.repository.entries(agencyId, [yearId])).map((entry) => [entry.id, entry]));
    const wishes = await this.repository.wishes(agencyId, [yearId]);
    const tasksOf = new Map(wishes.map(({ teamId, tasks }) => [teamId, tasks]));
    const activityOf = ({ entryId, day }: CompanyYearPlace) =>
      entries.get(entryId)?.days.find((one) => one.day === day)?.activityId ?? undefined;
    const ids = [...new Set(places.flatMap((place) => activityOf(place) ?? []))];
    const free = await this.loader.free(agencyId, ids);
    const given = new Map<string, number>();
    return places.flatMap((place): NotTold[] => {
      const activityId = activityOf(place);
      const day = activityId === undefined ? undefined : free.get(activityId);
      if (activityId === undefined || !day) return [];
      const tasks: TeamTasks = tasksOf.get(place.teamId) ?? 'WITH_CHILDREN';
      const key = `${activityId} ${tasks}`;
      const left = day[tasks] - (given.get(key) ?? 0);
      if (left < place.people) return [{ place, free: Math.max(0, left) }];
      given.set(key, (given.get(key) ?? 0) + place.people);
      return [];
    });
  }
}
