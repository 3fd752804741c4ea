// Words of children for a team: only those of whom the family agreed to it, and at which two people have looked.
import { Injectable } from '@nestjs/common';
import { err, type AgencyId, type ChildId, type Result } from '@tongxing/shared/kernel';
import { AfterDays, type ChildSaid } from '../attendance/index.js';
import { ChildrenRepository } from '../children/index.js';
import { Disclosures } from '../disclosure/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import type { NotFoundError } from '../platform/graphql/index.js';
import { OutgoingChecks } from '../progress/index.js';
import type { TeamPack } from './pack.entities.js';

export interface MarksUnreadError {
  readonly code: 'MARKS_UNREAD';
  readonly marks: number;
}
/** One child's words at the desk, and what still stands against them. */
export interface ThanksView {
  readonly said: ChildSaid;
  /** The family agreed that companies read the child's own words. */
  readonly agreed: boolean;
  /** Places in them that may tell who somebody is. */
  readonly marks: number;
  /** How many people have looked: nobody, one, or two. */
  readonly looked: 0 | 1 | 2;
  readonly ownLook: boolean;
  readonly released: boolean;
}
const AUDIENCE = 'COMPANY' as const;

@Injectable()
export class PackThanks {
  constructor(
    private readonly afterDays: AfterDays,
    private readonly children: ChildrenRepository,
    private readonly disclosures: Disclosures,
    private readonly checks: OutgoingChecks,
  ) {}

  /** Of children whom the actor may read; of others there is nothing. */
  async of(actor: PersonActor, { activityId }: TeamPack): Promise<ThanksView[]> {
    const { agencyId } = actor;
    const said = await this.afterDays.said(agencyId, activityId);
    const ids = said.map(({ childId }) => childId);
    const readable = await this.children.byIds(rowsFor(actor, 'activity.withChildren'), ids);
    const own = said.filter(({ childId }) => readable.has(childId));
    const agreed = await this.agreed(
      agencyId,
      own.map(({ childId }) => childId),
    );
    const views: ThanksView[] = [];
    for (const one of own) views.push(await this.#view(actor, one, agreed.has(one.childId)));
    return views;
  }

  /** Which of these children's own words a company may read at this moment. */
  async agreed(agencyId: AgencyId, childIds: readonly string[]): Promise<ReadonlySet<string>> {
    const viewer = { agencyId, audience: AUDIENCE, purpose: 'ACTIVITY' } as const;
    const groups = await this.disclosures.groupsFor(childIds as ChildId[], viewer);
    return new Set(childIds.filter((id) => groups.get(id as ChildId)?.has('VOICE')));
  }

  /** The actor has looked at all that is marked in a child's words: the first look, or the second. */
  async look(
    actor: PersonActor,
    pack: TeamPack,
    id: string,
    marksSeen: number,
  ): Promise<Result<true, NotFoundError | MarksUnreadError>> {
    const thanks = (await this.of(actor, pack)).find(({ said }) => said.id === id);
    if (!thanks) return err({ code: 'NOT_FOUND' });
    const { childId, words } = thanks.said;
    const looked = await this.checks.look(actor, { childId, audience: AUDIENCE }, Buffer.from(words), marksSeen);
    if (looked.ok) return { ok: true, value: true };
    const { error } = looked;
    return err(error.code === 'MARKS_UNREAD' ? error : { code: 'NOT_FOUND' });
  }

  async #view(actor: PersonActor, said: ChildSaid, agreed: boolean): Promise<ThanksView> {
    const sending = { childId: said.childId, audience: AUDIENCE };
    const examined = await this.checks.examine(actor, sending, Buffer.from(said.words));
    const check = examined.ok ? examined.value.check : undefined;
    const marks = examined.ok ? examined.value.marks.length : 0;
    const looked = check === undefined ? 0 : check.done ? 2 : 1;
    const ownLook = check?.checkedBy === actor.personId || check?.secondBy === actor.personId;
    return { said, agreed, marks, looked, ownLook, released: agreed && looked === 2 };
  }
}
