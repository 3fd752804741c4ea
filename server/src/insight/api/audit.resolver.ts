import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { PeopleRepository } from '../../people/index.js';
import { Allow, OfGrade, type PersonActor } from '../../platform/access/index.js';
import {
  make,
  pageBounds,
  perRequest,
  rowOf,
  toConnection,
  type GraphqlContext,
} from '../../platform/graphql/index.js';
import { AuditReader } from '../audit-reader.js';
import { AuditWholeness } from '../audit-wholeness.js';
import { FileReaders } from '../file-readers.js';
import {
  AuditEventConnection,
  AuditEventType,
  AuditFilter,
  AuditStandingType,
  AuditVerdictType,
  FileReadConnection,
  FileReadType,
  toEvent,
  toQuery,
  toRead,
  toVerdict,
} from './audit.types.js';

@Resolver(() => AuditEventType)
export class AuditResolver {
  constructor(
    private readonly reader: AuditReader,
    private readonly wholeness: AuditWholeness,
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
    const bounds = pageBounds({ first, after });
    const { events, total } = await this.reader.page(actor, toQuery(filter), bounds);
    return toConnection(events.map(toEvent), bounds.offset, total);
  }

  @Query(() => AuditStandingType, { description: 'How long the audit is, since when, and up to where it is anchored.' })
  @Allow('audit.read')
  async auditStanding(@Context('actor') actor: PersonActor): Promise<AuditStandingType> {
    const { rows, firstAt, anchoredAt, anchoredTo } = await this.wholeness.standing(actor);
    return make(AuditStandingType, {
      rows,
      firstAt: firstAt ?? null,
      anchoredAt: anchoredAt ?? null,
      anchoredTo: anchoredTo ?? 0,
    });
  }

  @Query(() => AuditVerdictType, {
    description: 'Verifies the newest 5,000 links, one by one and against the anchor; the command verifies all.',
  })
  @Allow('audit.read')
  async auditVerdict(@Context('actor') actor: PersonActor): Promise<AuditVerdictType> {
    return toVerdict(await this.wholeness.verify(actor));
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Name of the person who acted; null for the platform itself.',
  })
  @OfGrade('G2')
  actorName(@Parent() event: AuditEventType, @Context() context: GraphqlContext): Promise<string | null> {
    return event.actorKind === 'person' ? namesOf(context, this.people).load(event.actorRow) : Promise.resolve(null);
  }
}

@Resolver(() => FileReadType)
export class FileReadResolver {
  constructor(
    private readonly readers: FileReaders,
    private readonly people: PeopleRepository,
  ) {}

  @Query(() => FileReadConnection, {
    nullable: true,
    description:
      'Who has read the record of a child or a volunteer, the newest first; null where there is none, or none for the viewer.',
  })
  @Allow('file.readers')
  async fileReaders(
    @Args('subjectId', { type: () => ID, description: 'Opaque id of a child or a volunteer.' }) subjectId: string,
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
  ) {
    const row = rowOf(subjectId);
    if (row?.type !== 'Child' && row?.type !== 'Volunteer') return null;
    const bounds = pageBounds({ first, after });
    const found = await this.readers.of(actor, { type: row.type, id: row.id }, bounds);
    return found ? toConnection(found.events.map(toRead), bounds.offset, found.total) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Name of the reader; null for a guardian by link.' })
  readerName(@Parent() read: FileReadType, @Context() context: GraphqlContext): Promise<string | null> {
    return read.actorKind === 'person' ? namesOf(context, this.people).load(read.actorRow) : Promise.resolve(null);
  }
}

function namesOf(context: GraphqlContext, people: PeopleRepository): DataLoader<string, string | null> {
  return perRequest(context, AuditResolver, () => {
    const agencyId = context.actor?.agencyId;
    return new DataLoader<string, string | null>(async (ids) => {
      const names = agencyId ? await people.namesOf(agencyId, ids) : new Map<string, never>();
      return ids.map((id) => names.get(id) ?? null);
    });
  });
}
