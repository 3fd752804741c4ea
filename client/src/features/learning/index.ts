// What other pages show of the courses; they name `features/learning` among their catalogues.
export { CourseLink } from './CourseLink.js';
export { LessonBody } from './LessonBody.js';
export { useWords } from './use-words.js';
