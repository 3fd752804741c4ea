// What can be done with many rows of a list at once.
import { Injectable } from '@nestjs/common';
import type { AgencyId, OfficeId } from '@tongxing/shared/kernel';
import { LARGEST_CHANGE } from '@tongxing/shared/rules';
import { ChildCompanions, ChildLists } from '../../../children/index.js';
import { Placements, RolesApart, VolunteerLists } from '../../../people/index.js';
import type { PersonActor } from '../../../platform/access/index.js';
import type { ChangeKind } from '../list-change.entity.js';
import { FamilyMoves } from './family-moves.js';
import { arranged, nobodyStays, ownOffice, type Kept, type KindOfChange } from './kind-of-change.js';
import { PairHandovers } from './pair-handovers.js';
import { VolunteerInvitations } from './volunteer-invitations.js';

@Injectable()
export class ListKinds {
  readonly #kinds: Readonly<Record<ChangeKind, KindOfChange>>;

  constructor(
    private readonly placements: Placements,
    private readonly companions: ChildCompanions,
    private readonly apart: RolesApart,
    children: ChildLists,
    volunteers: VolunteerLists,
    families: FamilyMoves,
    pairs: PairHandovers,
    invitations: VolunteerInvitations,
  ) {
    const allows = async ({ agencyId }: PersonActor, to: string | null) =>
      to === null || (await placements.openOffices(agencyId)).some(({ id }) => id === to);
    const ofVolunteers = {
      list: 'VOLUNTEERS',
      permission: 'volunteer.arrange',
      subjectType: 'Volunteer',
      most: LARGEST_CHANGE,
    } as const;
    const stay = (actor: PersonActor, ids: readonly string[], to: string | null) => this.leftAlone(actor, ids, to);
    const tooClose = async ({ agencyId }: PersonActor, ids: readonly string[], to: string | null): Promise<Kept> => {
      const barred = to === null ? [] : [...(await this.apart.volunteers(agencyId, to, ids))];
      return new Map(barred.map((id) => [id, 'TOO_CLOSE'] as const));
    };
    this.#kinds = {
      MOVE_CHILDREN: {
        ...arranged({ column: children.offices, stay, back: ownOffice('child.arrange') }),
        allows,
        list: 'CHILDREN',
        permission: 'child.arrange',
        subjectType: 'Child',
        action: 'child.moved',
        most: LARGEST_CHANGE,
      },
      MOVE_VOLUNTEERS: {
        ...arranged({ column: volunteers.offices, stay: nobodyStays, back: ownOffice('volunteer.arrange') }),
        ...ofVolunteers,
        allows,
        action: 'volunteer.moved',
      },
      ASSIGN_SUPERVISOR: {
        ...arranged({ column: volunteers.supervisors, stay: tooClose, back: () => true }),
        ...ofVolunteers,
        allows: ({ agencyId }, to) => this.#supervises(agencyId, to),
        action: 'volunteer.supervisorAssigned',
      },
      MOVE_HOUSEHOLDS: families.kind(allows, stay),
      HAND_OVER_PAIRS: pairs.kind,
      INVITE_VOLUNTEERS: invitations.kind,
    };
  }

  of(kind: ChangeKind): KindOfChange {
    return this.#kinds[kind];
  }

  async #supervises(agencyId: AgencyId, to: string | null): Promise<boolean> {
    return (await this.placements.supervisors(agencyId)).some(({ personId }) => personId === to);
  }

  /** Children whose companion's worker would not see the pair any more: it is handed over first. */
  async leftAlone({ agencyId }: PersonActor, ids: readonly string[], to: string | null): Promise<Kept> {
    const workers = await this.companions.workersOf(agencyId, ids);
    const seeing = await this.placements.seeing(agencyId, [...workers.values()], to as OfficeId | null);
    const alone = [...workers].filter(([, worker]) => !seeing.has(worker));
    return new Map(alone.map(([childId]) => [childId, 'PAIR_OUT_OF_SIGHT'] as const));
  }
}
