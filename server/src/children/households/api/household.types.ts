import { createUnionType, Field, HideField, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  EducationLevel,
  FamilyDomain,
  FamilyForm,
  HouseholdRelation,
  MajorEventKind,
} from '@tongxing/shared/rules';
import { Graded, OfGrade } from '../../../platform/access/index.js';
import {
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  StaleVersion,
  toCommonPayload,
  toGlobalId,
} from '../../../platform/graphql/index.js';
import type { HouseholdView, MemberView } from '../household-reader.js';
import type { HouseholdOutcome } from '../households.js';
import {
  EducationLevelEnum,
  FamilyDomainEnum,
  FamilyFormEnum,
  HouseholdRelationEnum,
  MajorEventKindEnum,
} from './family-enums.js';

@ObjectType('AreaChoice', { description: 'An area of the agency’s own table, to choose where a family lives.' })
@Graded('household', 'G1')
export class AreaChoiceType {
  @Field({ description: 'Code, as a change takes it.' }) code: string;
  @Field({ description: 'Name.' }) name: string;
  @Field({ description: 'Name in English; empty where there is none.' }) nameEn: string;
  @Field({ description: 'Whether it is served no more: nobody new is put there.' }) closed: boolean;
}

@ObjectType('HouseholdMember', { description: 'Somebody in a household from a day to a day.' })
@Graded('household', 'G5')
export class HouseholdMemberType {
  @Field(() => ID, { description: 'Opaque id of this time in the household.' }) memberId: string;
  @Field({ description: 'Full name.' }) @OfGrade('G4') name: string;
  @Field(() => ID, { nullable: true, description: 'Where the member is one of the agency’s children: which.' })
  childId: string | null;
  @Field(() => HouseholdRelationEnum, { description: 'What they are to the children.' })
  relation: HouseholdRelation;
  @Field(() => EducationLevelEnum, { nullable: true, description: 'Schooling, as they state it.' })
  education: EducationLevel | null;
  @Field({ description: 'Whether they answer for the children before the law.' }) isGuardian: boolean;
  @Field({ description: 'Whether they look after the children day by day; one at a time.' }) isCaregiver: boolean;
  @Field(() => LocalDateType, { nullable: true, description: 'Since when, where it is known.' }) since: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Until when; null: now.' }) until: string | null;
  /** The audit names the household by it. */
  @HideField() id: string;
  @HideField() view: MemberView;
  @HideField() household: HouseholdView;
}

@ObjectType('HouseholdEvent', { description: 'Something that turned a family’s life.' })
@Graded('household', 'G5')
export class HouseholdEventType {
  @Field(() => MajorEventKindEnum, { description: 'What happened.' }) kind: MajorEventKind;
  @Field(() => LocalDateType, { nullable: true, description: 'When, where the family said so.' })
  happenedOn: string | null;
  @Field(() => String, { nullable: true, description: 'In the words of whoever wrote it down.' }) note: string | null;
  @HideField() id: string;
}

@ObjectType('HouseholdAddress', { description: 'Where a household lives or lived.' })
@Graded('household', 'G5')
export class HouseholdAddressType {
  @Field(() => String, { nullable: true, description: 'Name of the area.' }) area: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The address itself; null as well where the children’s files are closed to this reader.',
  })
  address: string | null;
  @Field(() => LocalDateType, { description: 'Since when.' }) since: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Until when; null: now.' }) until: string | null;
  @HideField() id: string;
}

@ObjectType('FamilyNeed', { description: 'What a family needs in one domain, from a day to a day.' })
@Graded('household', 'G5')
export class FamilyNeedType {
  @Field(() => FamilyDomainEnum, { description: 'In which domain.' }) domain: FamilyDomain;
  @Field(() => Int, { description: '1 (least pressing) to 5.' }) priority: number;
  @Field(() => LocalDateType, { description: 'Since when.' }) since: string;
  @Field(() => LocalDateType, { nullable: true, description: 'When it was met or changed; null: it stands.' })
  until: string | null;
  @HideField() id: string;
}

@ObjectType('Household', { description: 'People who live together and look after children.' })
@Graded('household', 'G5')
export class HouseholdType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => Int, { description: 'What people call it by: 家庭 0012.' }) @OfGrade('G3') number: number;
  @Field(() => FamilyFormEnum, { nullable: true, description: 'Who makes it up.' }) familyForm: FamilyForm | null;
  @Field(() => Int, { nullable: true, description: 'Persons, as the family states it.' }) size: number | null;
  @Field(() => String, { nullable: true, description: 'Province that the family comes from.' })
  originProvince: string | null;
  @Field(() => String, { nullable: true, description: 'In the words of whoever wrote it down.' }) note: string | null;
  @Field(() => Int, { description: 'To be passed back with a change.' }) @OfGrade('G1') version: number;
  @Field(() => [HouseholdMemberType], { description: 'Everybody who belongs or belonged to it, the earliest first.' })
  members: HouseholdMemberType[];
  @Field(() => [HouseholdEventType], { description: 'What happened, the earliest first.' })
  events: HouseholdEventType[];
  @Field(() => [FamilyNeedType], { description: 'What the family needs or needed, the earliest first.' })
  needs: FamilyNeedType[];
  @HideField() view: HouseholdView;
}

export const SaveHouseholdResult = createUnionType({
  name: 'SaveHouseholdResult',
  types: () => [HouseholdType, InvalidInput, NotFound, StaleVersion] as const,
});

export function toHousehold(view: HouseholdView): HouseholdType {
  const id = toGlobalId('Household', view.id);
  const { number, version } = view;
  return make(HouseholdType, {
    ...{ id, number, version, view },
    familyForm: view.familyForm ?? null,
    size: view.size ?? null,
    originProvince: view.originProvince ?? null,
    note: view.note ?? null,
    members: view.members.map((member) => toMember(view, member)),
    events: view.events.map(({ kind, happenedOn, note }) =>
      make(HouseholdEventType, { id, kind, happenedOn: happenedOn ?? null, note: note ?? null }),
    ),
    needs: view.needs.map(({ domain, priority, since, until }) =>
      make(FamilyNeedType, { id, domain, priority, since: since ?? '', until: until ?? null }),
    ),
  });
}

function toMember(household: HouseholdView, view: MemberView): HouseholdMemberType {
  const { relation, isGuardian, isCaregiver } = view;
  return make(HouseholdMemberType, {
    ...{ relation, isGuardian, isCaregiver, view, household },
    id: toGlobalId('Household', household.id),
    memberId: toGlobalId('HouseholdMember', view.id),
    name: view.person.name,
    childId: view.childId === undefined ? null : toGlobalId('Child', view.childId),
    education: view.education ?? null,
    since: view.since ?? null,
    until: view.until ?? null,
  });
}

export function toPayload(outcome: HouseholdOutcome): typeof SaveHouseholdResult {
  return outcome.ok ? toHousehold(outcome.value) : toCommonPayload(outcome.error);
}
