// The catalogue of a year: written by a worker, opened to companies, closed when their wishes are in (SM5, P18).
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { companyYearStage, type CompanyYearStage } from '@tongxing/shared/states';
import { Activities, Venues } from '../activities/index.js';
import { Agencies } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { CommonError } from '../platform/graphql/index.js';
import { CompanyYearRepository } from './company-year.repository.js';
import type { CompanyYear, CompanyYearEntry } from './company-year.entities.js';
import { YearMessages } from './year-messages.js';
import { entryProblems, yearProblems, type EntryDay, type EntryFields } from './domain/year-fields.js';

type Outcome<T> = Result<T, CommonError>;

const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class CompanyYears {
  constructor(
    private readonly repository: CompanyYearRepository,
    private readonly activities: Activities,
    private readonly venues: Venues,
    private readonly agencies: Agencies,
    private readonly messages: YearMessages,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async stageOf(year: CompanyYear): Promise<CompanyYearStage> {
    return companyYearStage(year, await this.agencies.today(year.agencyId as AgencyId));
  }

  /** A new year with version 0; otherwise another closing date, until days were proposed. */
  async save(actor: PersonActor, year: number, wishesUntil: LocalDate, version: number): Promise<Outcome<CompanyYear>> {
    const { agencyId, personId: recordedBy } = actor;
    const problems = yearProblems(year, wishesUntil, await this.agencies.today(agencyId));
    if (problems.length > 0) return err({ code: 'INVALID_INPUT', fields: problems });
    const found = await this.repository.year(agencyId, year);
    if (found) {
      return this.#change(actor, found.id, version, async (before) => {
        if ((await this.repository.places(agencyId, [before.id])).length > 0) {
          return err({ code: 'TRANSITION_REFUSED', from: 'CLOSED', to: 'WISHING' });
        }
        return ok({ wishesUntil, closedAt: null });
      });
    }
    return this.work.run(actor, async (): Promise<Outcome<CompanyYear>> => {
      const row: CompanyYear = {
        ...{ id: this.ids.next<never>(), agencyId, year, wishesUntil, recordedBy, version: 1 },
        ...{ openedAt: null, closedAt: null, createdAt: this.clock.nowIso() },
      };
      await this.repository.addYear(row);
      this.#record('companyYear.added', row);
      return ok(row);
    });
  }

  /** From now on companies see it and say what they would like. */
  open(actor: PersonActor, id: string, version: number): Promise<Outcome<CompanyYear>> {
    return this.#change(actor, id, version, async (before) => {
      const stage = await this.stageOf(before);
      if (stage !== 'PREPARING') return err({ code: 'TRANSITION_REFUSED', from: stage, to: 'WISHING' });
      if ((await this.repository.entries(actor.agencyId, [id])).length === 0) {
        return err({ code: 'INVALID_INPUT', fields: [{ field: 'entries', code: 'REQUIRED' }] });
      }
      return ok({ openedAt: this.clock.nowIso() });
    });
  }

  /** Before the closing date: every company that wants something has said so. */
  close(actor: PersonActor, id: string, version: number): Promise<Outcome<CompanyYear>> {
    return this.#change(actor, id, version, async (before) => {
      const stage = await this.stageOf(before);
      if (stage !== 'WISHING') return err({ code: 'TRANSITION_REFUSED', from: stage, to: 'CLOSED' });
      return ok({ closedAt: this.clock.nowIso() });
    });
  }

  /** Without an id a new line; lines are changed until the wishes are closed. */
  saveEntry(
    actor: PersonActor,
    yearId: string,
    fields: EntryFields,
    known?: { readonly id: string; readonly version: number },
  ): Promise<Outcome<CompanyYearEntry>> {
    const { agencyId } = actor;
    return this.work.run(actor, async (): Promise<Outcome<CompanyYearEntry>> => {
      const year = await this.repository.lockYear(agencyId, yearId);
      if (!year) return err(MISSING);
      const stage = await this.stageOf(year);
      if (stage === 'CLOSED') return err({ code: 'TRANSITION_REFUSED', from: stage, to: 'WISHING' });
      const before = (await this.repository.entries(agencyId, [yearId])).find(({ id }) => id === known?.id);
      if (known && !before) return err(MISSING);
      if (before && before.version !== known?.version) {
        return err({ code: 'STALE_VERSION', currentVersion: before.version });
      }
      if (before && before.closedAt !== null) return err({ code: 'TRANSITION_REFUSED', from: 'CLOSED', to: 'WISHING' });
      const days = await this.#days(agencyId, fields);
      const venue = (await this.venues.list(agencyId)).some(({ id }) => id === fields.venueId);
      if (!days || !venue) return err(MISSING);
      const problems = entryProblems(fields, days, year.year);
      if (problems.length > 0) return err({ code: 'INVALID_INPUT', fields: problems });
      const id: string = before?.id ?? this.ids.next<never>();
      const { theme, themeEn, taskGoal, costPerGuest, activityIds: _planned, ...rest } = fields;
      const row: CompanyYearEntry = {
        ...{ id, agencyId, yearId, seriesId: before?.seriesId ?? id, ...rest, days },
        ...{ theme: theme.trim(), themeEn: themeEn.trim() || null, taskGoal: taskGoal.trim() },
        ...{ costPerGuest: BigInt(costPerGuest), version: (before?.version ?? 0) + 1 },
        ...{ closedAt: null, closedWhy: null, createdAt: before?.createdAt ?? this.clock.nowIso() },
      };
      await this.repository.saveEntry(row, !before);
      this.#record(before ? 'companyYear.entryChanged' : 'companyYear.entryAdded', year);
      return ok(row);
    });
  }

  /** Only before companies have seen it. */
  removeEntry(actor: PersonActor, yearId: string, id: string): Promise<Outcome<CompanyYear>> {
    const { agencyId } = actor;
    return this.work.run(actor, async (): Promise<Outcome<CompanyYear>> => {
      const year = await this.repository.lockYear(agencyId, yearId);
      const known = year && (await this.repository.entries(agencyId, [yearId])).some((entry) => entry.id === id);
      if (!year || !known) return err(MISSING);
      const stage = await this.stageOf(year);
      if (stage !== 'PREPARING') return err({ code: 'TRANSITION_REFUSED', from: stage, to: 'PREPARING' });
      await this.repository.removeEntry(id);
      this.#record('companyYear.entryRemoved', year);
      return ok(year);
    });
  }

  /** The year's own days and those of the planned activities; undefined where one of those is not of the agency. */
  async #days(agencyId: AgencyId, { days, activityIds }: EntryFields): Promise<EntryDay[] | undefined> {
    const planned: EntryDay[] = [];
    for (const activityId of new Set(activityIds)) {
      const view = await this.activities.find(agencyId, activityId);
      if (!view) return undefined;
      planned.push({ day: view.activity.onDate, activityId });
    }
    const found = new Map<string, EntryDay>(days.map((day) => [day, { day, activityId: null }]));
    for (const one of planned) found.set(one.day, one);
    return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  }

  #change(
    actor: PersonActor,
    id: string,
    version: number,
    decide: (before: CompanyYear) => Promise<Result<Partial<CompanyYear>, CommonError>>,
  ): Promise<Outcome<CompanyYear>> {
    return this.work.run(actor, async (): Promise<Outcome<CompanyYear>> => {
      const before = await this.repository.lockYear(actor.agencyId, id);
      if (!before) return err(MISSING);
      if (before.version !== version) return err({ code: 'STALE_VERSION', currentVersion: before.version });
      const decided = await decide(before);
      if (!decided.ok) return decided;
      const change = { ...decided.value, version: version + 1 };
      await this.repository.changeYear(id, change);
      if (change.openedAt) {
        await this.messages.say(before, await this.messages.active(actor.agencyId), 'OPENED');
      }
      this.#record(change.openedAt ? 'companyYear.opened' : 'companyYear.changed', before);
      return ok({ ...before, ...change });
    });
  }

  #record(action: string, { id, year }: CompanyYear): void {
    this.trail.record({ action, subjectType: 'CompanyYear', subjectId: id, facts: { year } });
  }
}
