import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import type {
  EducationLevel,
  FamilyDomain,
  FamilyForm,
  HouseholdRelation,
  MajorEventKind,
} from '@tongxing/shared/rules';
import { LocalDateType } from '../../../platform/graphql/index.js';
import {
  EducationLevelEnum,
  FamilyDomainEnum,
  FamilyFormEnum,
  HouseholdRelationEnum,
  MajorEventKindEnum,
} from './family-enums.js';

@InputType()
export class HouseholdFilter {
  @Field(() => String, { nullable: true, description: 'Part of a child’s name, or the household’s number.' })
  search?: string | null;
  @Field(() => FamilyFormEnum, { nullable: true, description: 'Only of this form.' }) familyForm?: FamilyForm | null;
}

@InputType({ description: 'A grown-up of a household.' })
export class HouseholdAdultInput {
  @Field({ description: 'Full name, at most 60 characters.' }) name: string;
  @Field(() => String, { nullable: true, description: 'Phone number; whoever is known by it is the same person.' })
  phone?: string | null;
  @Field(() => HouseholdRelationEnum, { description: 'What they are to the children; not CHILD.' })
  relation: HouseholdRelation;
  @Field(() => EducationLevelEnum, { nullable: true, description: 'Schooling, as they state it.' })
  education?: EducationLevel | null;
  @Field({ description: 'Whether they answer for the children before the law.' }) isGuardian: boolean;
  @Field({ description: 'Whether they look after the children day by day; one at a time.' }) isCaregiver: boolean;
}

@InputType()
export class RecordHouseholdInput {
  @Field(() => [ID], { description: 'Children of it, at least one; each without a household so far.' })
  childIds: string[];
  @Field(() => [HouseholdAdultInput], { description: 'Its grown-ups.' }) adults: HouseholdAdultInput[];
  @Field(() => FamilyFormEnum, { nullable: true, description: 'Who makes it up.' }) familyForm?: FamilyForm | null;
  @Field(() => Int, { nullable: true, description: 'Persons, as the family states it.' }) size?: number | null;
  @Field(() => String, { nullable: true, description: 'Province that the family comes from.' })
  originProvince?: string | null;
  @Field(() => String, { nullable: true, description: 'A note, at most 2,000 characters.' }) note?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the area; missing: that of the first child.' })
  areaCode?: string | null;
  @Field(() => String, { nullable: true, description: 'The address, at most 200 characters; never a refuge’s.' })
  address?: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Since when they live there.' })
  since?: LocalDate | null;
}

@InputType({ description: 'All that a family says of itself as a whole; what is left out is emptied.' })
export class ChangeHouseholdInput {
  @Field(() => ID, { description: 'Which household.' }) householdId: string;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
  @Field(() => FamilyFormEnum, { nullable: true, description: 'Who makes it up.' }) familyForm?: FamilyForm | null;
  @Field(() => Int, { nullable: true, description: 'Persons, as the family states it.' }) size?: number | null;
  @Field(() => String, { nullable: true, description: 'Province that the family comes from.' })
  originProvince?: string | null;
  @Field(() => String, { nullable: true, description: 'A note, at most 2,000 characters.' }) note?: string | null;
}

@InputType()
export class AddHouseholdMemberInput {
  @Field(() => ID, { description: 'Which household.' }) householdId: string;
  @Field(() => HouseholdAdultInput, { description: 'Who joins.' }) adult: HouseholdAdultInput;
  @Field(() => LocalDateType, { nullable: true, description: 'Since when; missing: today.' }) since?: LocalDate | null;
}

@InputType()
export class EndHouseholdMemberInput {
  @Field(() => ID, { description: 'Whose time in the household ends; no child’s.' }) householdMemberId: string;
  @Field(() => LocalDateType, { description: 'The day on which it ended.' }) until: LocalDate;
}

@InputType()
export class ChangeCaregiverInput {
  @Field(() => ID, { description: 'Who looks after the children from then on.' }) householdMemberId: string;
  @Field(() => LocalDateType, { description: 'From which day.' }) since: LocalDate;
}

@InputType()
export class RecordMajorEventInput {
  @Field(() => ID, { description: 'Which household.' }) householdId: string;
  @Field(() => MajorEventKindEnum, { description: 'What happened.' }) kind: MajorEventKind;
  @Field(() => LocalDateType, { nullable: true, description: 'When, where it is known.' })
  happenedOn?: LocalDate | null;
  @Field(() => String, { nullable: true, description: 'A note, at most 2,000 characters.' }) note?: string | null;
}

@InputType()
export class MoveHouseholdInput {
  @Field(() => ID, { description: 'Which household.' }) householdId: string;
  @Field(() => LocalDateType, { description: 'Since when they live there.' }) since: LocalDate;
  @Field(() => String, { nullable: true, description: 'Code of the area, as the agency’s own table has it.' })
  areaCode?: string | null;
  @Field(() => String, { nullable: true, description: 'The address, at most 200 characters; never a refuge’s.' })
  address?: string | null;
}

@InputType()
export class RecordFamilyNeedInput {
  @Field(() => ID, { description: 'Which household.' }) householdId: string;
  @Field(() => FamilyDomainEnum, { description: 'In which domain.' }) domain: FamilyDomain;
  @Field(() => Int, { nullable: true, description: '1 (least pressing) to 5; missing: the need is met.' })
  priority?: number | null;
}

@InputType()
export class MoveChildToHouseholdInput {
  @Field(() => ID, { description: 'Which child.' }) childId: string;
  @Field(() => ID, { description: 'The household in which the child lives from then on.' }) householdId: string;
  @Field(() => LocalDateType, { description: 'From which day.' }) since: LocalDate;
}
