import { Context, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Allow, Graded, type PersonActor } from '../access/index.js';
import { InstantType, LocalDateType, make } from '../graphql/index.js';
import { UpkeepStates, type UpkeepState } from './upkeep-state.js';

@ObjectType('SchemaState', { description: 'How the database stands to the program that runs.' })
@Graded('job', 'G1')
class SchemaStateType {
  @Field(() => Int, { description: 'Migrations that have run.' }) applied: number;
  @Field(() => Int, { description: 'Migrations of this program that have not run.' }) pending: number;
  @Field(() => Int, { description: 'Migrations of a newer program that this one does not know.' }) unknown: number;
}

@ObjectType('RingKey', { description: 'A key of the ring by its name; nothing of the key.' })
@Graded('job', 'G1')
class RingKeyType {
  @Field({ description: 'Its name.' }) name: string;
  @Field(() => LocalDateType, {
    nullable: true,
    description: 'Since when it is there; null where nobody wrote it down.',
  })
  since: LocalDate | null;
}

@ObjectType('KeyExportState', { description: 'The last time that the ring was put on paper in shares.' })
@Graded('job', 'G1')
class KeyExportStateType {
  @Field(() => InstantType, { description: 'When.' }) exportedAt: string;
  @Field({ description: 'What all its shares have in common.' }) generation: string;
  @Field(() => Int, { description: 'How many shares there are.' }) shares: number;
  @Field(() => Int, { description: 'How many of them open the ring.' }) threshold: number;
  @Field({ description: 'Whether the ring has keys that are not on it.' }) outdated: boolean;
}

@ObjectType('KeysState', { description: 'How the ring and the data keys stand.' })
@Graded('job', 'G1')
class KeysStateType {
  @Field(() => [RingKeyType], { description: 'The keys of the ring, the newest first.' }) ring: RingKeyType[];
  @Field(() => Int, { description: 'Data keys that an older key of the ring still wraps.' }) notRewrapped: number;
  @Field(() => Int, { description: 'Data keys that no key of the ring opens.' }) closed: number;
  @Field(() => KeyExportStateType, { nullable: true, description: 'The last export on paper; null: never.' })
  exported: KeyExportStateType | null;
}

@ObjectType('AnchorState', { description: "How the anchor outside the database stands to the agency's audit." })
@Graded('job', 'G1')
class AnchorStateType {
  @Field(() => InstantType, { nullable: true, description: 'When it was written last; null: never.' })
  anchoredAt: string | null;
  @Field(() => Int, { description: 'Rows of the audit that are not anchored yet.' }) behind: number;
  @Field({ description: 'Whether it knows of rows that the database has lost or changed.' }) mismatch: boolean;
}

@ObjectType('JobsState', { description: "How many of the agency's background jobs wait." })
@Graded('job', 'G1')
class JobsStateType {
  @Field(() => Int, { description: 'Due, and waiting for a worker.' }) due: number;
  @Field(() => Int, { description: 'Being done now.' }) running: number;
  @Field(() => Int, { description: 'Planned for later.' }) later: number;
  @Field(() => InstantType, { nullable: true, description: 'Since when the oldest one waits that is due.' })
  oldestDueAt: string | null;
}

@ObjectType('UpkeepState', { description: 'What an operator looks at beside the backups; nothing about anybody.' })
@Graded('job', 'G1')
class UpkeepStateType {
  @Field({ description: 'Version of the program that runs.' }) version: string;
  @Field(() => SchemaStateType, { description: 'The database against the program.' }) schema: SchemaStateType;
  @Field(() => KeysStateType, { description: 'Ring and data keys.' }) keys: KeysStateType;
  @Field(() => AnchorStateType, { description: 'The anchor of the audit.' }) anchor: AnchorStateType;
  @Field(() => JobsStateType, { description: 'Background jobs.' }) jobs: JobsStateType;
}

@Resolver()
export class UpkeepStateResolver {
  constructor(private readonly states: UpkeepStates) {}

  @Query(() => UpkeepStateType, { description: 'How keys, schema, anchor and jobs stand; nothing about anybody.' })
  @Allow('job.read')
  async upkeepState(@Context('actor') actor: PersonActor): Promise<UpkeepStateType> {
    return toType(await this.states.of(actor.agencyId));
  }
}

const toType = ({ version, schema, keys, keyExport, anchor, jobs }: UpkeepState): UpkeepStateType =>
  make(UpkeepStateType, {
    version,
    schema: make(SchemaStateType, schema),
    keys: make(KeysStateType, {
      ring: keys.ring.map(({ name, since }) => make(RingKeyType, { name, since: since ?? null })),
      notRewrapped: keys.notRewrapped,
      closed: keys.closed,
      exported: keyExport && toExport(keyExport),
    }),
    anchor: make(AnchorStateType, anchor),
    jobs: make(JobsStateType, jobs),
  });

const toExport = (last: NonNullable<UpkeepState['keyExport']>): KeyExportStateType => {
  const { exportedAt, generation, shares, threshold, outdated } = last;
  return make(KeyExportStateType, { exportedAt, generation, shares, threshold, outdated });
};
