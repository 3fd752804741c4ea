// Lists of words as enums of the schema.
import type { ApplicationWait } from '@tongxing/shared/rules';

export const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

export type ApplicationWaitWord = ApplicationWait | 'AGE' | 'GUARDIAN_SAID_NO';
export const APPLICATION_WAITS_WORDS: readonly ApplicationWaitWord[] = [
  'APPLICANT',
  'TALK',
  'GUARDIAN',
  'REFERENCES',
  'DECISION',
  'AGE',
  'GUARDIAN_SAID_NO',
];
