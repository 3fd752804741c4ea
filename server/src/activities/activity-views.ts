// Between rows of activities and what pages show: names, opened texts, what a plan still needs.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import type { PlanNeed } from '@tongxing/shared/rules';
import { PeopleNames } from '../people/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { ActivitiesRepository } from './activities.repository.js';
import type { Activity, ActivityMoving, Venue } from './activity.entities.js';
import { needsOf, type ActivityFields, type Clash } from './domain/plan.js';

export interface Named {
  readonly id: string;
  readonly name: string;
}
export interface ActivityView {
  readonly activity: Activity;
  readonly venue: Venue;
  readonly inCharge: readonly Named[];
  readonly plannedBy: string;
  readonly reviewedBy: string | undefined;
  readonly riskChildren: string;
  readonly riskStaff: string;
  readonly cancelReason: string | undefined;
  readonly needs: readonly PlanNeed[];
}
export interface ClashView {
  readonly what: Clash['what'];
  readonly activity: Activity;
  readonly names: readonly string[];
}

type PlanColumns = Omit<
  Activity,
  | 'id'
  | 'agencyId'
  | 'seriesId'
  | 'plannedBy'
  | 'requestId'
  | 'version'
  | 'createdAt'
  | 'state'
  | 'reviewedBy'
  | 'cancelReasonSealed'
>;

@Injectable()
export class ActivityViews {
  constructor(
    private readonly repository: ActivitiesRepository,
    private readonly names: PeopleNames,
    private readonly cipher: Cipher,
  ) {}

  async one(activity: Activity): Promise<ActivityView> {
    const [view] = await this.of(activity.agencyId as AgencyId, [activity]);
    if (!view) throw new Error('BUG: an activity without a view');
    return view;
  }

  /** The order stays. */
  async of(agencyId: AgencyId, rows: readonly Activity[]): Promise<ActivityView[]> {
    const ids = rows.map(({ id }) => id);
    const venues = new Map((await this.repository.venues(agencyId)).map((venue) => [venue.id, venue]));
    const inCharge = await this.repository.inCharge(agencyId, ids);
    const people = [...[...inCharge.values()].flat(), ...rows.flatMap((row) => [row.plannedBy, row.reviewedBy ?? ''])];
    const names = await this.names.of(agencyId, [...new Set(people)]);
    await this.cipher.loadKeys(
      rows.flatMap((row) => [row.riskChildrenSealed, row.riskStaffSealed, row.cancelReasonSealed]),
    );
    return rows.map((activity) => {
      const { id } = activity;
      const venue = venues.get(activity.venueId);
      if (!venue) throw new Error('BUG: an activity without its venue');
      const workers = inCharge.get(id) ?? [];
      const [riskChildren, riskStaff] = [
        this.cipher.openOptional(activity.riskChildrenSealed, `activity.riskChildren.${id}`) ?? '',
        this.cipher.openOptional(activity.riskStaffSealed, `activity.riskStaff.${id}`) ?? '',
      ];
      const plan = { ...activity, onDate: activity.onDate as LocalDate, riskChildren, riskStaff };
      const texts = { childrenGroup: activity.childrenGroup ?? '', themeEn: activity.themeEn ?? '' };
      return {
        ...{ activity, venue, riskChildren, riskStaff },
        inCharge: workers.map((personId) => ({ id: personId, name: names.get(personId) ?? '' })),
        plannedBy: names.get(activity.plannedBy) ?? '',
        reviewedBy: activity.reviewedBy === null ? undefined : names.get(activity.reviewedBy),
        cancelReason: this.cipher.openOptional(activity.cancelReasonSealed, `activity.cancelReason.${id}`),
        needs: needsOf({ ...plan, ...texts, workers: workers.length }, venue),
      };
    });
  }

  async clashes(agencyId: AgencyId, found: readonly Clash[], rows: readonly Activity[]): Promise<ClashView[]> {
    const names = await this.names.of(agencyId, [...new Set(found.flatMap(({ personIds }) => personIds))]);
    return found.flatMap(({ what, activityId, personIds }) => {
      const activity = rows.find(({ id }) => id === activityId);
      return activity ? [{ what, activity, names: personIds.map((id) => names.get(id) ?? '') }] : [];
    });
  }

  /** The columns of a plan; what is written about risks is sealed with the agency's key. */
  async columns(agencyId: AgencyId, id: string, fields: ActivityFields): Promise<PlanColumns> {
    const { riskChildren, riskStaff, inChargeIds: _inChargeIds, ...plan } = fields;
    return {
      ...plan,
      theme: plan.theme.trim(),
      themeEn: plan.themeEn.trim() || null,
      childrenGroup: plan.childrenGroup.trim() || null,
      taskGoal: plan.taskGoal.trim(),
      processGoal: plan.processGoal.trim(),
      childrenPart: plan.childrenPart.trim(),
      roles: plan.roles.map(({ task, seats, skill }) => ({ task: task.trim(), seats, skill })),
      budget: plan.budget.map(({ what, amount, payer }) => ({ what: what.trim(), amount, payer })),
      riskChildrenSealed: await this.#seal(agencyId, riskChildren, `activity.riskChildren.${id}`),
      riskStaffSealed: await this.#seal(agencyId, riskStaff, `activity.riskStaff.${id}`),
    };
  }

  sealReason(agencyId: AgencyId, id: string, reason: string): Promise<string | null> {
    return this.#seal(agencyId, reason, `activity.cancelReason.${id}`);
  }

  sealMove(agencyId: AgencyId, id: string, reason: string): Promise<string | null> {
    return this.#seal(agencyId, reason, `activity_moving.reason.${id}`);
  }

  /** With why; empty where nothing was said. */
  async openMoves(rows: readonly ActivityMoving[]): Promise<readonly (ActivityMoving & { reason: string })[]> {
    await this.cipher.loadKeys(rows.map(({ reasonSealed }) => reasonSealed));
    return rows.map((row) => ({
      ...row,
      reason: this.cipher.openOptional(row.reasonSealed, `activity_moving.reason.${row.id}`) ?? '',
    }));
  }

  async #seal(agencyId: AgencyId, text: string, place: string): Promise<string | null> {
    if (text.trim() === '') return null;
    await this.cipher.ensureKeys(agencyId, [agencyId]);
    return this.cipher.sealFor(agencyId, text.trim(), place);
  }
}
