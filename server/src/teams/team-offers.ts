// On which open activities teams may come, and on which terms.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import { Activities } from '../activities/index.js';
import { AgencySettings } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type {
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../platform/graphql/index.js';
import { BookingsRepository } from './bookings.repository.js';
import { termsProblems, type DayTerms } from './domain/day.js';
import type { TeamOffer } from './team.entities.js';

export type OfferError = InvalidInputError | NotFoundError | StaleVersionError | TransitionError;

@Injectable()
export class TeamOffers {
  constructor(
    private readonly repository: BookingsRepository,
    private readonly activities: Activities,
    private readonly settings: AgencySettings,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  find(agencyId: AgencyId, activityId: string): Promise<TeamOffer | null> {
    return this.repository.offer(agencyId, activityId);
  }

  /** Whether there is such an activity here. */
  async knows(agencyId: AgencyId, activityId: string): Promise<boolean> {
    return (await this.activities.stateNow(agencyId, activityId)) !== undefined;
  }

  /** What stands in the form before anybody has written in it: the agency's own numbers. */
  async usual(agencyId: AgencyId): Promise<DayTerms> {
    const values = await this.settings.valuesOf(agencyId);
    return {
      guestsPerWorker: values.teamGuestsPerWorker,
      guestsPerChild: values.teamGuestsPerChild,
      visitsPerMonth: values.teamVisitsPerMonth,
      checkLeadDays: values.teamCheckLeadDays,
      cutOffDays: values.teamCutOffDays,
      noticeDays: values.teamNoticeDays,
      ...{ hasOtherTasks: false, otherTasks: null, costLines: [] },
    };
  }

  /** Teams may come, or come on other terms; what is booked already stays. Version 0: there is no offer yet. */
  async save(
    actor: PersonActor,
    activityId: string,
    version: number,
    terms: DayTerms,
  ): Promise<Result<TeamOffer, OfferError>> {
    const { agencyId } = actor;
    return this.work.run(actor, async (): Promise<Result<TeamOffer, OfferError>> => {
      // The activity is locked, since there may be no offer yet that could be.
      const state = await this.activities.lockedState(agencyId, activityId);
      if (!state) return err({ code: 'NOT_FOUND' });
      if (state !== 'OPEN') return err({ code: 'TRANSITION_REFUSED', from: state, to: 'OPEN' });
      const fields = termsProblems(terms);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const before = await this.repository.lockOffers(agencyId, activityId, []);
      if ((before?.version ?? 0) !== version) {
        return err({ code: 'STALE_VERSION', currentVersion: before?.version ?? 0 });
      }
      const id: string = before?.id ?? this.ids.next<never>();
      const otherTasks = terms.hasOtherTasks ? (terms.otherTasks ?? '').trim() : null;
      const costLines = terms.costLines.map((line) => ({ ...line, what: line.what.trim() }));
      const row: TeamOffer = {
        ...{ ...terms, id, agencyId, activityId, otherTasks, costLines },
        ...{ version: version + 1, createdAt: before?.createdAt ?? this.clock.nowIso() },
      };
      await this.repository.saveOffer(row, !before);
      const facts = { ratio: terms.guestsPerWorker, most: terms.guestsPerChild, days: terms.cutOffDays };
      const action = before ? 'teamOffer.changed' : 'teamOffer.made';
      this.trail.record({ action, subjectType: 'Activity', subjectId: activityId, facts });
      return ok(row);
    });
  }
}
