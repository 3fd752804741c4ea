// The courses as content: whole in both languages, answerable, and the safeguarding one complete as to the conduct rules.
import { CONDUCT_RULES } from '@tongxing/shared/rules';
import type { Lesson, Words } from './lesson.types.js';
import { lessonOf, ONLINE_COURSES } from './online-courses.js';

const HAN = /\p{Script=Han}/u;
const wordsOf = ({ title, passages, quiz }: Lesson): Words[] => [
  title,
  ...passages.map(({ text }) => text),
  ...quiz.flatMap(({ ask, options }) => [ask, ...options.flatMap(({ text, why }) => [text, why])]),
];
const { SAFEGUARDING, RIGHTS, TEAM_DAY } = ONLINE_COURSES;

it('explains every rule of one-to-one contact in the safeguarding course (H25)', () => {
  const explained = SAFEGUARDING.lessons.flatMap(({ rules }) => rules);
  expect([...explained].sort()).toEqual([...CONDUCT_RULES].sort());
});

it('has twelve lessons, six and one, each under a key of its own over both, by which it is found', () => {
  expect([SAFEGUARDING, RIGHTS, TEAM_DAY].map(({ lessons }) => lessons.length)).toEqual([12, 6, 1]);
  const all = Object.values(ONLINE_COURSES).flatMap((course) => course.lessons.map((lesson) => ({ course, lesson })));
  expect(new Set(all.map(({ lesson }) => lesson.key)).size).toBe(19);
  for (const one of all) expect(lessonOf(one.lesson.key)).toEqual(one);
  expect(lessonOf('nowhere')).toBeUndefined();
});

describe.each([SAFEGUARDING, RIGHTS, TEAM_DAY].map((course) => [course.key, course] as const))(
  '%s',
  (_, { lessons }) => {
    describe.each(lessons.map((lesson) => [lesson.key, lesson] as const))('%s', (__, lesson) => {
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
  },
);

it.each([SAFEGUARDING, RIGHTS])('does not have the right answer always at the same place: $key', ({ lessons }) => {
  const places = lessons.flatMap(({ quiz }) => quiz.map(({ options }) => options.find(({ right }) => right)?.key));
  for (const place of ['A', 'B', 'C']) expect(places.filter((one) => one === place).length).toBeGreaterThan(2);
});
