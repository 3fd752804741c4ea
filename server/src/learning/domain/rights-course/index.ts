// Rights and duties of those who serve: six short lessons in both languages, written for this product (P14).
import type { Lesson } from '../lesson.types.js';
import { YOUR_RIGHTS } from './lesson-01-your-rights.js';
import { YOUR_DUTIES } from './lesson-02-your-duties.js';
import { INSURANCE } from './lesson-03-insurance.js';
import { HOURS } from './lesson-04-hours.js';
import { SAYING_NO } from './lesson-05-saying-no.js';
import { COMPLAINTS } from './lesson-06-complaints.js';

/** In the order in which they are read. */
export const RIGHTS_LESSONS: readonly Lesson[] = [YOUR_RIGHTS, YOUR_DUTIES, INSURANCE, HOURS, SAYING_NO, COMPLAINTS];
