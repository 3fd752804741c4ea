import { SAFEGUARDING_LESSONS } from './safeguarding-course/index.js';
import { answerProblems, markAnswers, type Answer } from './mark-answers.js';

const [first] = SAFEGUARDING_LESSONS;
if (!first) throw new Error('the course has no lesson');
const lesson = first;
const all = (rightly: boolean): Answer[] =>
  lesson.quiz.map(({ key, options }) => ({
    question: key,
    option: options.find(({ right }) => right === rightly)?.key ?? 'A',
  }));

describe('answers to a lesson', () => {
  it('are refused where a question is left out, answered twice, or unknown', () => {
    const [one, two] = all(true);
    if (!one || !two) throw new Error('the lesson has too few questions');
    expect(answerProblems(lesson, [one])).toEqual([{ field: `answers.${two.question}`, code: 'REQUIRED' }]);
    expect(answerProblems(lesson, [one, one, two])).toEqual([{ field: `answers.${one.question}`, code: 'DUPLICATE' }]);
    expect(answerProblems(lesson, [one, two, { question: 'else', option: 'A' }])).toEqual([
      { field: 'answers', code: 'UNKNOWN' },
    ]);
  });

  it('are marked one by one, each with the reason of what was chosen', () => {
    const marks = markAnswers(lesson, all(false));
    expect(marks.map(({ right }) => right)).toEqual(lesson.quiz.map(() => false));
    for (const { question, option, why } of marks) {
      const asked = lesson.quiz.find(({ key }) => key === question);
      expect(why).toBe(asked?.options.find(({ key }) => key === option)?.why);
    }
    expect(markAnswers(lesson, all(true)).every(({ right }) => right)).toBe(true);
  });
});
