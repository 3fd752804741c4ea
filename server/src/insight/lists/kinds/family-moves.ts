// Families to another office: each goes with its children or stays as a whole, so that nobody's file is torn in two.
import { Injectable } from '@nestjs/common';
import { LARGEST_CHANGE, type KeptReason } from '@tongxing/shared/rules';
import { ChildLists, HouseholdList } from '../../../children/index.js';
import { Access, type PersonActor } from '../../../platform/access/index.js';
import { arranged, ownOffice, type Arrangement, type Kept, type KindOfChange } from './kind-of-change.js';

@Injectable()
export class FamilyMoves {
  constructor(
    private readonly households: HouseholdList,
    private readonly children: ChildLists,
    private readonly access: Access,
  ) {}

  kind(allows: KindOfChange['allows'], stayOfChildren: Arrangement['stay']): KindOfChange {
    const { offices } = this.households;
    const back = ownOffice('household.arrange');
    const out = (actor: PersonActor, ids: readonly string[], to: string | null) =>
      this.#outOfSight(actor, ids, to, stayOfChildren);
    const stay = (actor: PersonActor, ids: readonly string[], to: string | null) =>
      this.#stay(actor, ids, to, stayOfChildren);
    const families = {
      apply: arranged({ column: offices, stay, back }).apply,
      // Whoever moved a family away does not reach its children any more; putting back only needs the way back.
      undo: arranged({ column: offices, stay: out, back }).undo,
    };
    const children = arranged({
      column: this.children.offices,
      stay: stayOfChildren,
      back: ownOffice('household.arrange'),
    });
    return {
      list: 'HOUSEHOLDS',
      permission: 'household.arrange',
      subjectType: 'Household',
      action: 'household.officeMoved',
      most: LARGEST_CHANGE,
      allows,
      apply: async (actor, ids, to) => {
        const moved = await families.apply(actor, ids, to);
        // A family whose own office was that one already may have a child elsewhere: the child comes along too.
        const going = ids.filter((id) => !moved.kept.has(id));
        const childrenOf = await this.households.childrenOf(actor.agencyId, going);
        const familyOf = new Map([...childrenOf].flatMap(([id, some]) => some.map((child) => [child, id] as const)));
        const along = await children.apply(actor, [...familyOf.keys()], to);
        const rows = along.rows.map((row) => ({ ...row, ofId: familyOf.get(row.rowId) ?? null }));
        return { rows: [...moved.rows, ...rows], kept: moved.kept };
      },
      undo: async (actor, rows, to) => {
        const own = rows.filter(({ ofId }) => ofId === null);
        const back = await families.undo(actor, own, to);
        const ids = new Set(back.map(({ rowId }) => rowId));
        const moved = new Set(own.map(({ rowId }) => rowId));
        // Whoever's family stays, stays with it.
        const along = rows.filter(({ ofId }) => ofId !== null && (ids.has(ofId) || !moved.has(ofId)));
        return [...back, ...(await children.undo(actor, along, to))];
      },
    };
  }

  /** Families whose companion's worker would not see the pair there. */
  async #outOfSight(
    actor: PersonActor,
    ids: readonly string[],
    to: string | null,
    stayOfChildren: Arrangement['stay'],
  ): Promise<Kept> {
    const childrenOf = await this.households.childrenOf(actor.agencyId, ids);
    const alone = await stayOfChildren(actor, [...childrenOf.values()].flat(), to);
    const out = [...childrenOf].filter(([, children]) => children.some((child) => alone.has(child)));
    return new Map(out.map(([id]) => [id, 'PAIR_OUT_OF_SIGHT'] as const));
  }

  /** The same, and families with a child who is not the actor's to move. */
  async #stay(
    actor: PersonActor,
    ids: readonly string[],
    to: string | null,
    stayOfChildren: Arrangement['stay'],
  ): Promise<Kept> {
    const childrenOf = await this.households.childrenOf(actor.agencyId, ids);
    const mine = await this.access.allowed(actor, 'child.arrange', [...childrenOf.values()].flat());
    const others = [...childrenOf].filter(([, children]) => children.some((child) => !mine.has(child)));
    return new Map<string, KeptReason>([
      ...(await this.#outOfSight(actor, ids, to, stayOfChildren)),
      ...others.map(([id]) => [id, 'NOT_YOURS'] as const),
    ]);
  }
}
