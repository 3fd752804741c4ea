import {
  Args,
  Context,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { PeopleRepository } from '../../people/index.js';
import { Allow, type PersonActor, Graded, OfGrade } from '../../platform/access/index.js';
import type { AuditEvent } from '../../platform/audit-trail/index.js';
import {
  Connection,
  InstantType,
  make,
  pageBounds,
  perRequest,
  toConnection,
  toGlobalId,
  type GraphqlContext,
} from '../../platform/graphql/index.js';
import { AuditReader } from '../audit-reader.js';

@ObjectType('AuditEvent', { description: 'One link of the audit chain.' })
@Graded('audit', 'G1')
class AuditEventType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => Int, { description: 'Place in the chain, from 1.' }) sequence: number;
  @Field(() => InstantType, { description: 'When it was written.' }) at: string;
  @Field({ description: 'What happened, as thing.happened.' }) action: string;
  @Field({ description: 'Kind of thing it happened to.' }) subjectType: string;
  @Field(() => ID, { nullable: true, description: 'Opaque id of that thing.' }) subjectId: string | null;
  @Field({ description: 'Facts without personal data, as JSON.' }) facts: string;
  @Field({ description: 'SHA-256 over this link and all before it.' }) hash: string;
  actorKind: string;
  actorId: string;
}

const AuditEventConnection = Connection(() => AuditEventType, 'AuditEvent');

@InputType()
class AuditFilter {
  @Field(() => String, { nullable: true, description: 'Only this action.' }) action?: string | null;
  @Field(() => String, { nullable: true, description: 'Only this kind of thing.' }) subjectType?: string | null;
}

@Resolver(() => AuditEventType)
export class AuditResolver {
  constructor(
    private readonly reader: AuditReader,
    private readonly people: PeopleRepository,
  ) {}

  @Query(() => AuditEventConnection, { description: 'What was done and refused, the newest first.' })
  @Allow('audit.read')
  async auditTrail(
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
    @Args('filter', { type: () => AuditFilter, nullable: true, description: 'Which events.' }) filter?: AuditFilter,
  ) {
    const { offset, limit } = pageBounds({ first, after });
    const { events, total } = await this.reader.page(actor.agencyId, { ...filter, offset, limit });
    return toConnection(events.map(toEvent), offset, total);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Name of the person who acted; null for the platform itself.',
  })
  @OfGrade('G2')
  actorName(@Parent() event: AuditEventType, @Context() context: GraphqlContext): Promise<string | null> {
    return event.actorKind === 'person' ? this.#names(context).load(event.actorId) : Promise.resolve(null);
  }

  #names(context: GraphqlContext): DataLoader<string, string | null> {
    return perRequest(context, AuditResolver, () => {
      const agencyId = context.actor?.agencyId;
      return new DataLoader<string, string | null>(async (ids) => {
        const people = agencyId ? await this.people.byIds(agencyId, ids) : new Map<string, never>();
        return ids.map((id) => people.get(id)?.name ?? null);
      });
    });
  }
}

function toEvent(event: AuditEvent): AuditEventType {
  return make(AuditEventType, {
    id: toGlobalId('AuditEvent', event.id),
    sequence: event.sequence,
    at: event.at,
    action: event.action,
    subjectType: event.subjectType,
    subjectId: event.subjectId === null ? null : toGlobalId(event.subjectType, event.subjectId),
    facts: event.facts,
    hash: event.hash,
    actorKind: event.actorKind,
    actorId: event.actorId,
  });
}
