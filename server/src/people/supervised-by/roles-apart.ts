// T14: whoever works on a family's case does not supervise somebody of that family. `people` knows no family; the module that
// keeps who is helped and helps says so, and whoever changes a supervisor or a worker asks here first.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';

export interface ApartRule {
  /** Those of these volunteers whom this person must not supervise. Inside a unit of work it holds until that ends. */
  volunteers(agencyId: AgencyId, supervisorId: string, volunteerIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those of these children beside whom this person must not work. Inside a unit of work it holds until that ends. */
  children(agencyId: AgencyId, workerId: string, childIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** These have another supervisor from now on. Inside a unit of work. */
  supervisedBy(agencyId: AgencyId, volunteerIds: readonly string[], supervisorId: string): Promise<void>;
}
const NOBODY: ReadonlySet<string> = new Set();

/** Nobody is kept apart while no module says so. */
@Injectable()
export class RolesApart implements ApartRule {
  #rule: ApartRule | undefined;

  add(rule: ApartRule): void {
    if (this.#rule) throw new Error('BUG: two modules keep roles apart');
    this.#rule = rule;
  }

  async volunteers(
    agencyId: AgencyId,
    supervisorId: string,
    volunteerIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    return (await this.#rule?.volunteers(agencyId, supervisorId, volunteerIds)) ?? NOBODY;
  }

  async children(agencyId: AgencyId, workerId: string, childIds: readonly string[]): Promise<ReadonlySet<string>> {
    return (await this.#rule?.children(agencyId, workerId, childIds)) ?? NOBODY;
  }

  async supervisedBy(agencyId: AgencyId, volunteerIds: readonly string[], supervisorId: string): Promise<void> {
    await this.#rule?.supervisedBy(agencyId, volunteerIds, supervisorId);
  }
}
