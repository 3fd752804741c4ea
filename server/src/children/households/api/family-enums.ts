// The word tables of families as enums of the schema.
import { registerEnumType } from '@nestjs/graphql';
import {
  CHILD_CATEGORY_CODES,
  DIFFICULTY_LEVELS,
  DISCOVERY_CHANNELS,
  EDUCATION_CODES,
  FAMILY_DOMAINS,
  FAMILY_FORMS,
  HOUSEHOLD_RELATIONS,
  MAJOR_EVENTS,
  NEEDS,
  PSEUDONYM_AUDIENCES,
  REGISTRATIONS,
  SCHOOL_STAGES,
} from '@tongxing/shared/rules';

const enumOf = <C extends string>(name: string, description: string, codes: readonly C[]) => {
  const words = Object.fromEntries(codes.map((code) => [code, code])) as Record<C, C>;
  registerEnumType(words, { name, description });
  return words;
};
const codesOf = <C extends string>(table: readonly { readonly code: C }[]): readonly C[] =>
  table.map(({ code }) => code);

export const FamilyFormEnum = enumOf('FamilyForm', 'Who makes up a household.', codesOf(FAMILY_FORMS));
export const HouseholdRelationEnum = enumOf(
  'HouseholdRelation',
  'What somebody in a household is to its children.',
  codesOf(HOUSEHOLD_RELATIONS),
);
export const EducationLevelEnum = enumOf('EducationLevel', 'Schooling, as somebody states it.', EDUCATION_CODES);
export const MajorEventKindEnum = enumOf('MajorEventKind', 'What turned a family’s life.', codesOf(MAJOR_EVENTS));
export const FamilyDomainEnum = enumOf('FamilyDomain', 'The seven domains of a home visit.', codesOf(FAMILY_DOMAINS));
export const ChildCategoryEnum = enumOf('ChildCategory', 'Situations of children (§3.1).', CHILD_CATEGORY_CODES);
export const DifficultyLevelEnum = enumOf(
  'DifficultyLevel',
  'How closely the agency stands beside a child (§4.4).',
  codesOf(DIFFICULTY_LEVELS),
);
export const DiscoveryChannelEnum = enumOf(
  'DiscoveryChannel',
  'How a child came to the agency.',
  codesOf(DISCOVERY_CHANNELS),
);
export const SchoolStageEnum = enumOf('SchoolStage', 'Where a child stands in schooling.', codesOf(SCHOOL_STAGES));
export const RegistrationEnum = enumOf('Registration', 'Kind of household registration.', codesOf(REGISTRATIONS));
export const NeedEnum = enumOf('Need', 'Domains of a child’s needs.', codesOf(NEEDS));
export const PseudonymAudienceEnum = enumOf(
  'PseudonymAudience',
  'To whom a pseudonym was given.',
  codesOf(PSEUDONYM_AUDIENCES),
);
