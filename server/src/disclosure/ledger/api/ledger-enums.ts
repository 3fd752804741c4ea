// The ledger's words as enums of the schema.
import { registerEnumType } from '@nestjs/graphql';
import {
  AUDIENCES,
  CONSENT_ANSWERS,
  CONSENT_TASKS,
  FIELD_GROUPS,
  GIVERS,
  PURPOSES,
  TEXT_PARTS,
  VERDICTS,
} from '@tongxing/shared/disclosure';
import { GIVING_METHODS } from '../ledger.entities.js';

const asEnum = <Word extends string>(list: readonly Word[], name: string, description: string) => {
  const words = Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;
  registerEnumType(words, { name, description });
  return words;
};

export const FieldGroupEnum = asEnum(FIELD_GROUPS, 'FieldGroup', 'What a family says yes or no to, by itself.');
export const PurposeEnum = asEnum(PURPOSES, 'DisclosurePurpose', 'What something of a child is shown for.');
export const AudienceEnum = asEnum(AUDIENCES, 'DisclosureAudience', 'Who is to see it.');
export const GiverEnum = asEnum(GIVERS, 'ConsentGiver', 'Whose word it is.');
export const AnswerEnum = asEnum(
  CONSENT_ANSWERS,
  'ConsentAnswer',
  'NOT_ABLE: the worker saw that the child cannot answer now.',
);
export const MethodEnum = asEnum(GIVING_METHODS, 'GivingMethod', 'How the word was given.');
export const VerdictEnum = asEnum(VERDICTS, 'DisclosureVerdict', 'Whether a group is shown today, or why not.');
export const TaskEnum = asEnum(CONSENT_TASKS, 'ConsentTaskKind', 'Why a family has to be asked.');
export const TextPartEnum = asEnum(TEXT_PARTS, 'ConsentTextPart', 'What a part of the text is about.');
const LANGUAGES = { ZH: 'zh-CN', EN: 'en' } as const;
registerEnumType(LANGUAGES, { name: 'ConsentLanguage', description: 'In which language a family hears the text.' });
export const LanguageEnum = LANGUAGES;
