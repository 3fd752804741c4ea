// What hangs on the time of an activity beyond itself. This module knows no seat, no booking and no child, so theirs say at
// the start what stands against another time, and write what follows from it.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { Activity } from './activity.entities.js';
import type { MoveConflict } from './domain/rescheduling.js';

/** An activity as it is, and as it would be. */
export interface Move {
  readonly agencyId: AgencyId;
  readonly before: Activity;
  readonly after: Activity & { readonly onDate: LocalDate };
  /** People whom its new venue holds, and colleagues in charge. */
  readonly venuePeople: number;
  readonly workers: number;
  /** Inside a unit of work that holds the activity: what is read is locked too. Without, it is only looked at. */
  readonly locking: boolean;
}
/** Who is told, and on which page they find more. */
export interface ToldOfMove {
  readonly personIds: readonly PersonId[];
  readonly path: string;
}
export interface MoveEffect {
  readonly against: (move: Move) => Promise<readonly MoveConflict[]>;
  /** Inside the unit of work that moves it, after nothing hard stood against it. */
  readonly moved: (move: Move) => Promise<ToldOfMove>;
}

@Injectable()
export class MoveEffects {
  readonly #effects: { readonly order: number; readonly effect: MoveEffect }[] = [];

  /** `order`: everybody locks in the same one, however the modules came up. */
  add(order: number, effect: MoveEffect): void {
    this.#effects.push({ order, effect });
    this.#effects.sort((one, other) => one.order - other.order);
  }

  /** One after the other: a unit of work has one connection. */
  async against(move: Move): Promise<MoveConflict[]> {
    const found: MoveConflict[] = [];
    for (const { effect } of this.#effects) found.push(...(await effect.against(move)));
    return found;
  }

  async moved(move: Move): Promise<ToldOfMove[]> {
    const told: ToldOfMove[] = [];
    for (const { effect } of this.#effects) told.push(await effect.moved(move));
    return told;
  }
}

/** Teams before seats and seats before children: whoever locks several takes them so. */
export const MOVE_ORDER = { TEAMS: 1, ROSTERS: 2, SEATS: 3, CHILDREN: 4 } as const;
