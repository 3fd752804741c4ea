// Who is expected at an activity: each module that sends people says so while the application starts.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { TeamTasks } from '@tongxing/shared/rules';

export const EXPECTED_FROM = ['IN_CHARGE', 'STAFFING', 'TEAM'] as const;
export type ExpectedFrom = (typeof EXPECTED_FROM)[number];

export interface Expected {
  readonly personId: string;
  readonly from: ExpectedFrom;
  readonly tasks: TeamTasks;
}
/** Everybody of one source who is expected at an activity of the agency. */
export type ExpectedSource = (agencyId: AgencyId, activityId: string) => Promise<readonly Expected[]>;
/** Whether a source's list for an activity is final; names of what is not, to be shown. */
export type ListGate = (agencyId: AgencyId, activityId: string) => Promise<boolean>;

@Injectable()
export class ExpectedPeople {
  readonly #sources: ExpectedSource[] = [];
  readonly #gates: ListGate[] = [];

  add(source: ExpectedSource): void {
    this.#sources.push(source);
  }

  /** A list that is kept elsewhere, and has to be final before the activity's is (SM5b, SM8). */
  addGate(gate: ListGate): void {
    this.#gates.push(gate);
  }

  /** By person. Of two sources the first counts, but for tasks: beside children where any of them says so. */
  async of(agencyId: AgencyId, activityId: string): Promise<ReadonlyMap<string, Expected>> {
    const found = new Map<string, Expected>();
    for (const source of this.#sources) {
      for (const one of await source(agencyId, activityId)) {
        const known = found.get(one.personId);
        if (!known) found.set(one.personId, one);
        else if (one.tasks === 'WITH_CHILDREN') found.set(one.personId, { ...known, tasks: one.tasks });
      }
    }
    return found;
  }

  /** Whether every list is final. */
  async areFinal(agencyId: AgencyId, activityId: string): Promise<boolean> {
    for (const gate of this.#gates) if (!(await gate(agencyId, activityId))) return false;
    return true;
  }
}
