// The course as content: whole in both languages, answerable, and complete as to the rules of conduct.
import { CONDUCT_RULES } from '@tongxing/shared/rules';
import { TEAM_DAY_LESSON } from '../team-day/team-day-lesson.js';
import { SAFEGUARDING_LESSONS, type Lesson, type Words } from './index.js';

const HAN = /\p{Script=Han}/u;
const wordsOf = ({ title, passages, quiz }: Lesson): Words[] => [
  title,
  ...passages.map(({ text }) => text),
  ...quiz.flatMap(({ ask, options }) => [ask, ...options.flatMap(({ text, why }) => [text, why])]),
];

describe('the safeguarding course', () => {
  it('explains every rule of one-to-one contact (H25)', () => {
    const explained = SAFEGUARDING_LESSONS.flatMap(({ rules }) => rules);
    expect([...explained].sort()).toEqual([...CONDUCT_RULES].sort());
  });

  it('has twelve lessons, each under a key of its own', () => {
    expect(new Set(SAFEGUARDING_LESSONS.map(({ key }) => key)).size).toBe(12);
  });

  describe.each([...SAFEGUARDING_LESSONS, TEAM_DAY_LESSON].map((lesson) => [lesson.key, lesson] as const))('%s', (_, lesson) => {
    it('says all of it in Chinese and in English', () => {
      for (const { zh, en } of wordsOf(lesson)) {
        expect(zh).toMatch(HAN);
        expect(en).not.toMatch(HAN);
        expect(en.trim().length).toBeGreaterThan(1);
      }
    });

    it('shows a scene from practice and what to do', () => {
      const kinds = new Set(lesson.passages.map(({ kind }) => kind));
      expect([...kinds]).toEqual(expect.arrayContaining(['SCENE', 'DO', 'TEXT']));
    });

    it('asks questions of three options of which exactly one is right', () => {
      expect(lesson.quiz.length).toBeGreaterThanOrEqual(2);
      for (const { options } of lesson.quiz) {
        expect(options.map(({ key }) => key)).toEqual(['A', 'B', 'C']);
        expect(options.filter(({ right }) => right)).toHaveLength(1);
      }
    });
  });

  it('does not have the right answer always at the same place', () => {
    const places = SAFEGUARDING_LESSONS.flatMap(({ quiz }) =>
      quiz.map(({ options }) => options.find(({ right }) => right)?.key),
    );
    for (const place of ['A', 'B', 'C']) expect(places.filter((one) => one === place).length).toBeGreaterThan(2);
  });
});
