// Marks the answers to a lesson's questions: each with the reason that belongs to what was chosen.
import type { Lesson, QuizOption, Words } from './lesson.types.js';

export interface Answer {
  readonly question: string;
  readonly option: QuizOption['key'];
}
/** What is wrong with one field of the input, as the API says it. */
export interface AnswerProblem {
  readonly field: string;
  readonly code: 'REQUIRED' | 'DUPLICATE' | 'UNKNOWN';
}
export interface Mark {
  readonly question: string;
  readonly option: QuizOption['key'];
  readonly right: boolean;
  readonly why: Words;
}

/** What keeps answers from being marked: each question is answered once, and by an option it has. */
export function answerProblems(lesson: Lesson, answers: readonly Answer[]): AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  for (const { key, options } of lesson.quiz) {
    const given = answers.filter(({ question }) => question === key);
    if (given.length === 0) problems.push({ field: `answers.${key}`, code: 'REQUIRED' });
    if (given.length > 1) problems.push({ field: `answers.${key}`, code: 'DUPLICATE' });
    if (given.some(({ option }) => !options.some((one) => one.key === option))) {
      problems.push({ field: `answers.${key}`, code: 'UNKNOWN' });
    }
  }
  const known = new Set(lesson.quiz.map(({ key }) => key));
  if (answers.some(({ question }) => !known.has(question))) problems.push({ field: 'answers', code: 'UNKNOWN' });
  return problems;
}

/** In the order of the questions; only for answers without problems. */
export function markAnswers(lesson: Lesson, answers: readonly Answer[]): Mark[] {
  return lesson.quiz.flatMap(({ key, options }) => {
    const chosen = options.find((option) =>
      answers.some((answer) => answer.question === key && answer.option === option.key),
    );
    return chosen ? [{ question: key, option: chosen.key, right: chosen.right, why: chosen.why }] : [];
  });
}
