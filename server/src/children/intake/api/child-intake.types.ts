import { createUnionType, Field, HideField, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import type {
  ChildCategory,
  DifficultyLevel,
  DiscoveryChannel,
  NeedCode,
  PseudonymAudience,
  Registration,
  SchoolStage,
} from '@tongxing/shared/rules';
import { Graded, OfGrade } from '../../../platform/access/index.js';
import {
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  StaleVersion,
  toGlobalId,
} from '../../../platform/graphql/index.js';
import { ChildType } from '../../api/child.types.js';
import type { ChildView } from '../../children.repository.js';
import {
  ChildCategoryEnum,
  DifficultyLevelEnum,
  DiscoveryChannelEnum,
  NeedEnum,
  PseudonymAudienceEnum,
  RegistrationEnum,
  SchoolStageEnum,
} from '../../households/api/family-enums.js';
import type { FormerHome } from '../../households/former-homes.js';
import type { IntakeCounts } from '../child-intakes.js';

@ObjectType('ChildIntake', { description: 'How a child came to the agency, and what to know before a programme.' })
@Graded('child', 'G5')
export class ChildIntakeType {
  @Field(() => DiscoveryChannelEnum, { nullable: true, description: 'By which channel; one for each intake (P02).' })
  discoveryChannel: DiscoveryChannel | null;
  @Field(() => String, { nullable: true, description: 'Who brought the child to the agency.' }) referrer: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'On which day.' }) discoveredOn: string | null;
  @Field(() => [ChildCategoryEnum], { description: 'Situations; several may hold at once.' })
  categories: ChildCategory[];
  @Field(() => DifficultyLevelEnum, { nullable: true, description: 'How closely the agency stands beside the child.' })
  difficultyLevel: DifficultyLevel | null;
  @Field(() => SchoolStageEnum, { nullable: true, description: 'Where the child stands in schooling.' })
  @OfGrade('G3')
  schoolStage: SchoolStage | null;
  @Field(() => RegistrationEnum, { nullable: true, description: 'Household registration; some programmes ask for it.' })
  registration: Registration | null;
  @Field(() => Int, { description: 'Goes along with a change of it.' }) @OfGrade('G3') version: number;
  /** The audit names the child by it. */
  @HideField() id: string;
}

@ObjectType('ChildNeed', { description: 'One need of a child, and how pressing it is.' })
@Graded('child', 'G5')
export class ChildNeedType {
  @Field(() => NeedEnum, { description: 'In which domain.' }) need: NeedCode;
  @Field(() => Int, { nullable: true, description: '1 (least pressing) to 5; null where nobody has said.' })
  priority: number | null;
  @HideField() id: string;
}

@ObjectType('ChildPseudonym', { description: 'The name by which one audience knows a child.' })
@Graded('child', 'G3')
export class ChildPseudonymType {
  @Field(() => PseudonymAudienceEnum, { description: 'Who knows the child so.' }) audience: PseudonymAudience;
  @Field({ description: 'The name.' }) pseudonym: string;
}

@ObjectType('ChannelCount', { description: 'How many children came by one channel.' })
@Graded('child', 'G1')
export class ChannelCountType {
  @Field(() => DiscoveryChannelEnum, { description: 'Which channel.' }) channel: DiscoveryChannel;
  @Field(() => Int, { description: 'How many.' }) count: number;
}

@ObjectType('IntakeCounts', { description: 'Intakes by channel; the channels add up to the total (P02).' })
@Graded('child', 'G1')
export class IntakeCountsType {
  @Field(() => Int, { description: 'All intakes that are written down.' }) total: number;
  @Field(() => [ChannelCountType], { description: 'Each channel, those without an intake too.' })
  channels: ChannelCountType[];
  @Field(() => Int, { description: 'Children on file whose intake nobody has written down yet.' }) unrecorded: number;
}

@InputType({ description: 'A need and how pressing it is.' })
export class ChildNeedInput {
  @Field(() => NeedEnum, { description: 'In which domain.' }) need: NeedCode;
  @Field(() => Int, { description: '1 (least pressing) to 5.' }) priority: number;
}

@InputType({ description: 'All that is known of an intake; what is left out is emptied.' })
export class ChangeChildIntakeInput {
  @Field(() => ID, { description: 'Which child.' }) childId: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Of the intake as it was read; missing: whatever stands is changed.',
  })
  version?: number | null;
  @Field(() => DiscoveryChannelEnum, { description: 'By which channel the child came.' })
  discoveryChannel: DiscoveryChannel;
  @Field({ description: 'Who brought the child, at most 100 characters.' }) referrer: string;
  @Field(() => LocalDateType, { nullable: true, description: 'On which day.' }) discoveredOn?: LocalDate | null;
  @Field(() => [ChildCategoryEnum], { description: 'Situations, none or several.' }) categories: ChildCategory[];
  @Field(() => DifficultyLevelEnum, { nullable: true, description: 'How closely the agency stands beside the child.' })
  difficultyLevel?: DifficultyLevel | null;
  @Field(() => String, { nullable: true, description: 'Name of the school; missing: it stays.' })
  school?: string | null;
  @Field(() => SchoolStageEnum, { nullable: true, description: 'Where the child stands in schooling.' })
  schoolStage?: SchoolStage | null;
  @Field(() => RegistrationEnum, { nullable: true, description: 'Kind of household registration.' })
  registration?: Registration | null;
  @Field(() => [ChildNeedInput], { nullable: true, description: 'Needs; missing: they stay as they are.' })
  needs?: ChildNeedInput[] | null;
}

export const SaveChildResult = createUnionType({
  name: 'SaveChildResult',
  types: () => [ChildType, InvalidInput, NotFound, StaleVersion] as const,
});

export function toIntake({ id, intake }: ChildView, version: number): ChildIntakeType {
  return make(ChildIntakeType, {
    version,
    id: toGlobalId('Child', id),
    discoveryChannel: intake.discoveryChannel ?? null,
    referrer: intake.referrer ?? null,
    discoveredOn: intake.discoveredOn ?? null,
    categories: [...(intake.categories ?? [])],
    difficultyLevel: intake.difficultyLevel ?? null,
    schoolStage: intake.schoolStage ?? null,
    registration: intake.registration ?? null,
  });
}

@ObjectType('FormerHousehold', { description: 'A household in which a child lived before.' })
@Graded('child', 'G4')
export class FormerHouseholdType {
  @Field(() => ID, { description: 'Opaque id of the household.' }) householdId: string;
  @Field(() => Int, { description: 'Its number in the agency.' }) number: number;
  @Field(() => LocalDateType, { nullable: true, description: 'Since when, where it is known.' }) since: string | null;
  @Field(() => LocalDateType, { description: 'Until when.' }) until: string;
  /** The audit names the child by it. */
  @HideField() id: string;
}

export const toFormer = (childId: string, home: FormerHome): FormerHouseholdType =>
  make(FormerHouseholdType, {
    id: toGlobalId('Child', childId),
    householdId: toGlobalId('Household', home.householdId),
    number: home.number,
    since: home.since ?? null,
    until: home.until,
  });

export const toNeeds = ({ id, needs, intake }: ChildView): ChildNeedType[] =>
  needs.map((need) =>
    make(ChildNeedType, {
      id: toGlobalId('Child', id),
      need: need as NeedCode,
      priority: intake.needPriorities?.[need] ?? null,
    }),
  );

export const toCounts = ({ total, unrecorded, channels }: IntakeCounts): IntakeCountsType =>
  make(IntakeCountsType, { total, unrecorded, channels: channels.map((one) => make(ChannelCountType, { ...one })) });
