// The children's part of an activity: their own choice to come, how they were, who fetched them, and what they say of it.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import { Activities, type ActivityView } from '../activities/index.js';
import { ChildEnrolmentFacts, ChildrenRepository, type ChildView } from '../children/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError, StaleVersionError } from '../platform/graphql/index.js';
import { Arrivals } from './arrivals.js';
import type { ActivityChild, ChildCondition, ChildSignUp, ChildWordFrom } from './attendance.entities.js';
import { ChildrenRows } from './children-rows.js';
import { childProblems, takesWords } from './domain/child-words.js';
import { Exposure, type Visits } from './exposure.js';

export interface ChildWords {
  readonly choice: ChildSignUp;
  readonly saidBy: ChildWordFrom;
  /** Whether they are, or were, there. */
  readonly came: boolean;
  readonly seemed: ChildCondition | undefined;
  readonly note: string;
  readonly fetchedBy: string;
  /** 1 (sad) to 5 (glad), pointed at by the child; 0: would rather not say. */
  readonly face: number | undefined;
  readonly words: string;
}
export interface ActivityChildView {
  readonly row: ActivityChild;
  readonly child: ChildView;
  readonly note: string;
  readonly fetchedBy: string;
  readonly words: string;
  readonly visits: Visits;
}
type Outcome = Result<ActivityView, NotFoundError | InvalidInputError | StaleVersionError>;
const MOST_ASKED = 50;
const MISSING: NotFoundError = { code: 'NOT_FOUND' };
const PLACES = { note: 'activity_child.note', fetchedBy: 'activity_child.fetchedBy', words: 'activity_child.words' };

@Injectable()
export class ChildrenPart {
  constructor(
    private readonly activities: Activities,
    private readonly children: ChildrenRepository,
    private readonly locks: ChildEnrolmentFacts,
    private readonly exposure: Exposure,
    private readonly arrivals: Arrivals,
    private readonly rows: ChildrenRows,
    private readonly cipher: Cipher,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  /** Children of an activity whom the actor may read; others are simply absent. */
  async of(actor: PersonActor, activityId: string): Promise<ActivityChildView[] | undefined> {
    const { agencyId } = actor;
    const view = await this.activities.find(agencyId, activityId);
    if (!view) return undefined;
    const rows = await this.rows.of(agencyId, activityId);
    const ids = rows.map(({ childId }) => childId);
    const readable = await this.children.byIds(rowsFor(actor, 'activity.withChildren'), ids);
    const visits = await this.exposure.visits(agencyId, view.activity, [...readable.keys()]);
    await this.cipher.loadKeys(rows.flatMap((row) => [row.noteSealed, row.fetchedBySealed, row.wordsSealed]));
    return rows.flatMap((row) => {
      const child = readable.get(row.childId);
      if (!child) return [];
      const open = (sealed: string | null, place: string) =>
        this.cipher.openOptional(sealed, `${place}.${row.id}`) ?? '';
      return [
        {
          ...{ row, child, note: open(row.noteSealed, PLACES.note) },
          fetchedBy: open(row.fetchedBySealed, PLACES.fetchedBy),
          words: open(row.wordsSealed, PLACES.words),
          visits: visits.get(row.childId) ?? { taken: 0, most: undefined },
        },
      ];
    });
  }

  /**
   * Of children whom the actor may read: on how many other days of the month they meet teams; others are absent.
   * Undefined where there is no such activity.
   */
  async visits(
    actor: PersonActor,
    activityId: string,
    childIds: readonly string[],
  ): Promise<ReadonlyMap<string, Visits> | undefined> {
    const view = await this.activities.find(actor.agencyId, activityId);
    if (!view) return undefined;
    const readable = await this.children.byIds(rowsFor(actor, 'activity.withChildren'), childIds.slice(0, MOST_ASKED));
    return this.exposure.visits(actor.agencyId, view.activity, [...readable.keys()]);
  }

  /**
   * Writes a child's part anew, as it was read at `version` (0: not written yet); who was there and when stays once it is
   * written.
   */
  write(actor: PersonActor, activityId: string, childId: string, said: ChildWords, version: number): Promise<Outcome> {
    return this.work.run(actor, async (): Promise<Outcome> => {
      const { agencyId } = actor;
      // One after the other for one child: two sign-ups of the same month see each other.
      await this.locks.lock(agencyId, childId);
      const view = await this.activities.find(agencyId, activityId);
      const child = (await this.children.byIds(rowsFor(actor, 'activity.withChildren'), [childId])).get(childId);
      if (!view || !child) return err(MISSING);
      const before = await this.rows.lock(agencyId, activityId, childId);
      const currentVersion = before?.version ?? 0;
      if (currentVersion !== version) return err({ code: 'STALE_VERSION', currentVersion });
      const problems = childProblems(said, view.activity.state, before?.inMinute != null);
      if (problems.length > 0) return err({ code: 'INVALID_INPUT', fields: problems });
      const comesNew = said.choice === 'SIGNED_UP' && before?.choice !== 'SIGNED_UP';
      if (comesNew && (await this.exposure.isReached(agencyId, view.activity, childId))) {
        return err({ code: 'INVALID_INPUT', fields: [{ field: 'choice', code: 'EXPOSURE' }] });
      }
      await this.#put(actor, view, child, said, before);
      const facts = { choice: said.choice };
      this.trail.record({ action: 'activity.childWritten', subjectType: 'Child', subjectId: childId, facts });
      return ok(view);
    });
  }

  async #put(
    actor: PersonActor,
    { activity }: ActivityView,
    child: ChildView,
    said: ChildWords,
    before: ActivityChild | null,
  ): Promise<void> {
    const agencyId = activity.agencyId as AgencyId;
    const id = before?.id ?? this.rows.newId();
    const { person } = child;
    await this.cipher.ensureKeys(agencyId, [person.id]);
    const seal = (text: string, place: string) =>
      text.trim() === '' ? null : this.cipher.sealFor(person.id, text.trim(), `${place}.${id}`);
    const now = await this.arrivals.minuteNow(agencyId);
    const there = takesWords(activity.state) && said.came;
    const fetchedBySealed = there ? seal(said.fetchedBy, PLACES.fetchedBy) : null;
    const change = {
      ...{
        choice: said.choice,
        saidBy: said.saidBy,
        seemed: there ? (said.seemed ?? null) : null,
        face: there ? (said.face ?? null) : null,
      },
      ...{ inMinute: there ? (before?.inMinute ?? now) : null, fetchedBySealed },
      outMinute: fetchedBySealed === null ? null : (before?.outMinute ?? now),
      noteSealed: there ? seal(said.note, PLACES.note) : null,
      wordsSealed: there ? seal(said.words, PLACES.words) : null,
      recordedBy: actor.personId,
    };
    if (before) await this.rows.change(before, change);
    else await this.rows.add({ id, agencyId, activityId: activity.id, childId: child.id, ...change });
  }
}
