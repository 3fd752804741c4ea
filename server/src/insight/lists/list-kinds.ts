// What can be done with many rows of a list at once: with whose permission, which column, and what may be put there.
import { Injectable } from '@nestjs/common';
import type { AgencyId, OfficeId } from '@tongxing/shared/kernel';
import type { Permission } from '@tongxing/shared/permissions';
import type { ListName } from '@tongxing/shared/rules';
import { ChildCompanions, ChildLists } from '../../children/index.js';
import { Placements, VolunteerLists } from '../../people/index.js';
import type { ArrangedColumn } from '../../platform/database/index.js';
import type { ChangeKind } from './list-change.entity.js';

export interface KindOfChange {
  readonly list: ListName;
  readonly permission: Permission;
  readonly subjectType: 'Child' | 'Volunteer';
  readonly action: string;
  readonly column: ArrangedColumn;
  /** Whether the column names an office: what stood there before is then bound to the offices of whoever takes it back. */
  readonly ofOffices: boolean;
  /** Whether this can be put there at all. */
  readonly allows: (agencyId: AgencyId, to: string | null) => Promise<boolean>;
  /** Those of the rows that have to stay as they are. */
  readonly stay: (agencyId: AgencyId, ids: readonly string[], to: string | null) => Promise<ReadonlySet<string>>;
}

@Injectable()
export class ListKinds {
  readonly #kinds: Readonly<Record<ChangeKind, KindOfChange>>;

  constructor(
    private readonly placements: Placements,
    private readonly companions: ChildCompanions,
    children: ChildLists,
    volunteers: VolunteerLists,
  ) {
    const toOffice = {
      ofOffices: true,
      allows: (agencyId: AgencyId, to: string | null) => this.#isOpen(agencyId, to),
    };
    const nobodyStays = () => Promise.resolve(new Set<string>());
    const ofVolunteers = { list: 'VOLUNTEERS', permission: 'volunteer.arrange', subjectType: 'Volunteer' } as const;
    this.#kinds = {
      MOVE_CHILDREN: {
        ...toOffice,
        list: 'CHILDREN',
        permission: 'child.arrange',
        subjectType: 'Child',
        action: 'child.moved',
        column: children.offices,
        stay: (agencyId, ids, to) => this.#leftAlone(agencyId, ids, to),
      },
      MOVE_VOLUNTEERS: {
        ...toOffice,
        ...ofVolunteers,
        action: 'volunteer.moved',
        column: volunteers.offices,
        stay: nobodyStays,
      },
      ASSIGN_SUPERVISOR: {
        ...ofVolunteers,
        action: 'volunteer.supervisorAssigned',
        column: volunteers.supervisors,
        ofOffices: false,
        allows: (agencyId, to) => this.#supervises(agencyId, to),
        stay: nobodyStays,
      },
    };
  }

  of(kind: ChangeKind): KindOfChange {
    return this.#kinds[kind];
  }

  async #isOpen(agencyId: AgencyId, to: string | null): Promise<boolean> {
    return to === null || (await this.placements.openOffices(agencyId)).some(({ id }) => id === to);
  }

  async #supervises(agencyId: AgencyId, to: string | null): Promise<boolean> {
    return (await this.placements.supervisors(agencyId)).some(({ personId }) => personId === to);
  }

  /** Children whose companion's worker would not see the pair any more: it is handed over first. */
  async #leftAlone(agencyId: AgencyId, ids: readonly string[], to: string | null): Promise<ReadonlySet<string>> {
    const workers = await this.companions.workersOf(agencyId, ids);
    const seeing = await this.placements.seeing(agencyId, [...workers.values()], to as OfficeId | null);
    return new Set([...workers].filter(([, worker]) => !seeing.has(worker)).map(([childId]) => childId));
  }
}
