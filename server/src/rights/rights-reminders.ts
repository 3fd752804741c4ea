// What comes near its end: requests by the day, steps of a breach by the hour.
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { breachDeadlines, rightsReminderDue, type BreachStep } from '@tongxing/shared/rules';
import { Database } from '../platform/database/index.js';
import { Breach } from './breaches/breach.entity.js';
import { RightsStore } from './rights-store.js';

export interface DueStep {
  readonly id: string;
  readonly step: BreachStep;
  readonly phase: 'soon' | 'late';
}

/** The last part of its time in which a step is called due soon. */
const SOON = 0.25;

@Injectable()
export class RightsReminders {
  constructor(
    private readonly database: Database,
    private readonly store: RightsStore,
  ) {}

  /** Whether somebody is to be reminded of requests that wait, today. */
  async requestsDue(agencyId: AgencyId, today: LocalDate): Promise<boolean> {
    const waiting = await this.store.list({ agencyId, state: 'RECEIVED' });
    return waiting.some(({ dueOn }) => rightsReminderDue(dueOn, today));
  }

  /** Steps that are not done and due soon, or past their end. */
  async breachStepsDue(agencyId: AgencyId, now: string): Promise<DueStep[]> {
    const open = await this.database.repository(Breach).findBy({ agencyId, closedAt: IsNull() });
    return open.flatMap((breach) => {
      const deadlines = breachDeadlines(breach.noticedAt, breach.clockHours ?? undefined);
      const done = {
        CONTAIN: breach.containedAt,
        TELL_AUTHORITY: breach.authorityToldAt,
        TELL_AFFECTED: breach.affectedToldAt,
        CLOSE: breach.closedAt,
      };
      const steps = Object.keys(deadlines) as BreachStep[];
      return steps.flatMap((step): DueStep[] => {
        if (done[step] !== null) return [];
        if (now > deadlines[step]) return [{ id: breach.id, step, phase: 'late' }];
        const from = Date.parse(breach.noticedAt);
        const end = Date.parse(deadlines[step]);
        return Date.parse(now) >= end - (end - from) * SOON ? [{ id: breach.id, step, phase: 'soon' }] : [];
      });
    });
  }
}
