// Somebody stands in for a companion who is away.
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Graded } from '../../../platform/access/index.js';
import {
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  StaleVersion,
  TransitionRefused,
} from '../../../platform/graphql/index.js';
import { PairRefused } from '../../runs/api/board.types.js';
import { PlaceTaken, VolunteerNotEligible } from '../../runs/api/run.types.js';
import type { Cover } from '../companionships.repository.js';
import { COVER_ENDS, type CoverEnd } from '../cover-end.js';
import type { HandedOnKind } from '../handing-on/handed-on-kinds.js';
import { CompanionshipType } from './companionship.types.js';
import { HandedOnKindEnum } from './handing-on.types.js';

const CoverEndEnum = Object.fromEntries(COVER_ENDS.map((end) => [end, end])) as Record<CoverEnd, CoverEnd>;
registerEnumType(CoverEndEnum, {
  name: 'CoverEnd',
  description: 'Its last day is over, the companion is back, family or stop said so, or the pair itself is over.',
});

@ObjectType('CoverDays', { description: 'The days of standing in for a companion who is away.' })
@Graded('companionship', 'G1')
export class CoverDaysType {
  @Field(() => LocalDateType, { description: 'First day.' }) from: string;
  @Field(() => LocalDateType, { description: 'Last day; with it everything ends by itself.' }) until: string;
  @Field(() => CoverEndEnum, {
    nullable: true,
    description: 'Why it ended; null while it stands, or a worker ended it.',
  })
  end: CoverEnd | null;
}

@InputType()
export class InviteCoverInput {
  @Field(() => ID, { description: 'The companionship whose companion is away.' }) companionshipId: string;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
  @Field(() => ID, { description: 'The volunteer who stands in.' }) volunteerId: string;
  @Field(() => LocalDateType, { description: 'First day; not in the past.' }) from: string;
  @Field(() => LocalDateType, { description: 'Last day; no further away than the setting coverMaxDays says.' })
  until: string;
  @Field(() => [HandedOnKindEnum], { description: 'What the stand-in may read; NOTE goes by contactIds.' })
  share: HandedOnKind[];
  @Field(() => [ID], { description: 'Contacts of the pair whose notes the stand-in may read.' }) contactIds: string[];
}

export const InviteCoverResult = createUnionType({
  name: 'InviteCoverResult',
  types: () =>
    [
      ...[CompanionshipType, VolunteerNotEligible, PlaceTaken, PairRefused],
      ...[InvalidInput, TransitionRefused, StaleVersion, NotFound],
    ] as const,
});

export const toCoverDays = ({ from, until, end }: Cover): CoverDaysType =>
  make(CoverDaysType, { from, until, end: end ?? null });
