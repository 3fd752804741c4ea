// What may be typed into the form at all: bounded, and of words that the form knows. What is missing is another question.
import { INTERESTS, LANGUAGES, SKILLS, type ApplicationAnswers } from '@tongxing/shared/rules';

export interface AnswerProblem {
  readonly field: string;
  readonly code: string;
}

const LONGEST = {
  name: 60,
  phone: 30,
  birthDate: 10,
  guardianName: 60,
  guardianPhone: 30,
  areaCode: 20,
  motive: 1000,
  experience: 1000,
} as const;
const LONGEST_REFEREE = { name: 60, phone: 30, relation: 100 } as const;
export const MOST_REFEREES = 3;
const WORDS = { interests: INTERESTS, languages: LANGUAGES, skills: SKILLS } as const;

/** What others were told, or rely on: it stands once the form is sent. */
const STANDS_ONCE_SENT: readonly (keyof ApplicationAnswers)[] = [
  'name',
  'phone',
  'birthDate',
  'guardianName',
  'guardianPhone',
  'referees',
];

/** Everything in a change that cannot be kept. */
export function answerProblems(change: ApplicationAnswers, sent: boolean): AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  for (const field of Object.keys(LONGEST) as (keyof typeof LONGEST)[]) {
    if (tooLong(change[field], LONGEST[field])) problems.push({ field, code: 'TOO_LONG' });
  }
  for (const field of Object.keys(WORDS) as (keyof typeof WORDS)[]) {
    const known: readonly string[] = WORDS[field].map(({ code }) => code);
    if ((change[field] ?? []).some((code) => !known.includes(code))) problems.push({ field, code: 'UNKNOWN' });
  }
  const referees = change.referees ?? [];
  const fields = Object.keys(LONGEST_REFEREE) as (keyof typeof LONGEST_REFEREE)[];
  if (referees.length > MOST_REFEREES) problems.push({ field: 'referees', code: 'TOO_MANY' });
  if (referees.some((one) => fields.some((field) => tooLong(one[field], LONGEST_REFEREE[field])))) {
    problems.push({ field: 'referees', code: 'TOO_LONG' });
  }
  if (sent) {
    const late = STANDS_ONCE_SENT.filter((field) => change[field] !== undefined);
    problems.push(...late.map((field) => ({ field, code: 'SENT_ALREADY' })));
  }
  return problems;
}

/** What was typed before with what was typed now; lists have each word once. */
export function withChange(before: ApplicationAnswers, change: ApplicationAnswers): ApplicationAnswers {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const lists = Object.fromEntries(
    (Object.keys(WORDS) as (keyof typeof WORDS)[]).flatMap((field) => {
      const list = change[field];
      return list === undefined ? [] : [[field, [...new Set(list)]] as const];
    }),
  );
  return { ...before, ...said, ...lists };
}

const tooLong = (text: string | undefined, longest: number): boolean =>
  text !== undefined && [...text].length > longest;
