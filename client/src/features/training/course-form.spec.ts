import { courseInput, isValidity, NEW_COURSE, typedCourse } from './course-form.js';

it('takes no months, or whole ones up to five years', () => {
  expect(['', ' ', '1', '60'].map(isValidity)).toEqual([true, true, true, true]);
  expect(['0', '61', '1.5', '-3', 'a'].map(isValidity)).toEqual([false, false, false, false, false]);
});

it('sends lessons only with a course that has some, and no months where none are typed', () => {
  expect(courseInput(NEW_COURSE)).toMatchObject({ lessons: null, validMonths: null, way: 'SESSIONS' });
  expect(courseInput({ ...NEW_COURSE, way: 'ONLINE', lessons: 'RIGHTS' }).lessons).toBe('RIGHTS');
  expect(courseInput({ ...NEW_COURSE, way: 'BOTH', validMonths: ' 12 ' })).toMatchObject({
    ...{ lessons: 'SAFEGUARDING', validMonths: 12 },
  });
});

it('shows a course as it was sent', () => {
  const kept = { __typename: 'AgencyCourse', id: 'x', open: true, version: 1, lessons: null, validMonths: 24 } as const;
  const shown = typedCourse({
    ...kept,
    ...courseInput({ ...NEW_COURSE, title: '课' }),
    lessons: null,
    validMonths: 24,
  });
  expect(shown).toEqual({ ...NEW_COURSE, title: '课', validMonths: '24' });
});
