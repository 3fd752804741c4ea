// An activity with another time, as children who signed up see it: only ever counted. Whom it concerns stands on the page of
// the day, for those who may read it; families are told by a worker.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ACTIVITY_GAP_MINUTES, collides } from '@tongxing/shared/rules';
import { ACTIVITY_TAKES_TIME } from '@tongxing/shared/states';
import {
  Activities,
  MOVE_ORDER,
  MoveEffects,
  type Activity,
  type Move,
  type MoveConflict,
} from '../activities/index.js';
import { ChildEnrolmentFacts } from '../children/index.js';
import { ChildrenRows } from './children-rows.js';
import { Exposure } from './exposure.js';

const CHILDREN_OF_DAY = '/agency/activities';

@Injectable()
export class MovedChildren implements OnModuleInit {
  constructor(
    private readonly effects: MoveEffects,
    private readonly activities: Activities,
    private readonly locks: ChildEnrolmentFacts,
    private readonly exposure: Exposure,
    private readonly rows: ChildrenRows,
  ) {}

  onModuleInit(): void {
    this.effects.add(MOVE_ORDER.CHILDREN, {
      against: (move) => this.against(move),
      moved: () => Promise.resolve({ personIds: [], path: CHILDREN_OF_DAY }),
    });
  }

  async against({ agencyId, before, after, locking }: Move): Promise<MoveConflict[]> {
    const rows = await this.rows.of(agencyId, before.id);
    const ids = rows.flatMap(({ choice, childId }) => (choice === 'SIGNED_UP' ? [childId] : [])).sort();
    if (ids.length === 0) return [];
    if (locking) for (const id of ids) await this.locks.lock(agencyId, id);
    const signedUp = await this.rows.signedUpOf(agencyId, ids);
    const others = await this.activities.byIds(agencyId, [...signedUp.values()].flat());
    const clashing = new Set(
      others
        .filter(({ activity }) => activity.id !== before.id && clashes(after, activity))
        .map(({ activity }) => activity.id),
    );
    const elsewhere = ids.filter((id) => signedUp.get(id)?.some((other) => clashing.has(other)));
    const counted = (code: MoveConflict['code'], count: number): MoveConflict[] => (count > 0 ? [{ code, count }] : []);
    return [
      ...counted('CHILD_ELSEWHERE', elsewhere.length),
      ...counted('CHILD_VISITS', await this.#tooMany(before, after, ids)),
      ...counted('CHILDREN_TO_ASK', ids.length),
    ];
  }

  /** Children who have had the visits of the new month. */
  async #tooMany(before: Activity, after: Move['after'], ids: readonly string[]): Promise<number> {
    if (before.onDate.slice(0, 7) === after.onDate.slice(0, 7)) return 0;
    const visits = await this.exposure.visits(after.agencyId as Move['agencyId'], after, ids);
    return [...visits.values()].filter(({ taken, most }) => most !== undefined && taken >= most).length;
  }
}

const clashes = (after: Activity, other: Activity): boolean =>
  other.onDate === after.onDate &&
  ACTIVITY_TAKES_TIME.includes(other.state) &&
  collides(hours(after), hours(other), ACTIVITY_GAP_MINUTES);

const hours = ({ venueId, startMinute, endMinute }: Activity) => ({ venueId, starts: startMinute, ends: endMinute });
