import { Injectable } from '@nestjs/common';
import type { ChildId } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../children/index.js';
import { PeopleNames } from '../people/index.js';
import { allRows, type PersonActor } from '../platform/access/index.js';
import type { ConcernView } from './concerns.repository.js';

/** Whose names stand on a concern: whoever may read it knows the child and the people around it. */
@Injectable()
export class ConcernNames {
  constructor(
    private readonly children: ChildrenRepository,
    private readonly people: PeopleNames,
  ) {}

  async of(
    { agencyId }: PersonActor,
    concerns: readonly ConcernView[],
    others: readonly string[] = [],
    linked: readonly ChildId[] = [],
  ): Promise<(id: string | undefined) => string | undefined> {
    const childIds = [...concerns.flatMap(({ childId }) => childId ?? []), ...linked];
    const children = await this.children.byIds(allRows(agencyId), childIds);
    const personIds = concerns.flatMap(({ raisedBy, seenBy, workerId }) => [
      ...(raisedBy ? [raisedBy] : []),
      ...(seenBy ? [seenBy] : []),
      ...(workerId ? [workerId] : []),
    ]);
    const people = await this.people.of(agencyId, [...personIds, ...others]);
    return (id) => (id === undefined ? undefined : (children.get(id)?.person.name ?? people.get(id)));
  }
}
