import { Context, Query, Resolver } from '@nestjs/graphql';
import { PeopleNames } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { OutgoingChecks } from '../release-check/outgoing-checks.js';
import { ReleaseCheckType, toReleaseCheck } from './outgoing-check.types.js';

@Resolver()
export class OutgoingCheckResolver {
  constructor(
    private readonly checks: OutgoingChecks,
    private readonly names: PeopleNames,
  ) {}

  @Query(() => [ReleaseCheckType], { description: 'The newest twenty checks before sending, the newest first.' })
  @Allow('release.check')
  async releaseChecks(@Context('actor') actor: PersonActor): Promise<ReleaseCheckType[]> {
    const newest = await this.checks.newest(actor);
    const names = await this.names.of(
      actor.agencyId,
      newest.map(({ checkedBy }) => checkedBy),
    );
    return newest.map((check) => toReleaseCheck(check, names.get(check.checkedBy) ?? '', actor.personId));
  }
}
