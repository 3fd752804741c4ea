// A course as it is typed, and as it is sent.
import type {
  CourseInput,
  CourseKind,
  CourseLessons,
  CourseWay,
  Course_CourseFragment,
  ServiceTask,
} from '../../gql/graphql.js';

export interface TypedCourse {
  readonly title: string;
  readonly about: string;
  readonly kind: CourseKind;
  readonly way: CourseWay;
  /** Which lessons, where it has some. */
  readonly lessons: CourseLessons;
  readonly tasks: readonly ServiceTask[];
  /** Empty: as the agency's setting says. */
  readonly validMonths: string;
}

export const NEW_COURSE: TypedCourse = {
  ...{ title: '', about: '', kind: 'PRE_SERVICE', way: 'SESSIONS', tasks: ['COMPANIONSHIP'], validMonths: '' },
  lessons: 'SAFEGUARDING',
};

export const typedCourse = ({
  title,
  about,
  kind,
  way,
  lessons,
  tasks,
  validMonths,
}: Course_CourseFragment): TypedCourse => ({
  ...{ title, about, kind, way, tasks, lessons: lessons ?? 'SAFEGUARDING' },
  validMonths: typeof validMonths === 'number' ? String(validMonths) : '',
});

/** Whether it can be sent: empty, or whole months from 1 to 60. */
export const isValidity = (typed: string): boolean =>
  typed.trim() === '' || (/^\d{1,2}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 60);

export const courseInput = ({ validMonths, tasks, way, lessons, ...course }: TypedCourse): CourseInput => ({
  ...{ ...course, way, tasks: [...tasks] },
  lessons: way === 'SESSIONS' ? null : lessons,
  validMonths: validMonths.trim() === '' ? null : Number(validMonths),
});
