// The safeguarding course: twelve short lessons in both languages, written for this product (P14, H6, H25).
import { CHILDREN_FIRST } from './lesson-01-children-first.js';
import { YOUR_PART } from './lesson-02-your-part.js';
import { WHERE_WE_MEET } from './lesson-03-where-we-meet.js';
import { BODY_AND_SPACE } from './lesson-04-body-and-space.js';
import { PHONES_AND_PICTURES } from './lesson-05-phones-and-pictures.js';
import { GIFTS_AND_MONEY } from './lesson-06-gifts-and-money.js';
import { ON_THE_WAY } from './lesson-07-on-the-way.js';
import { LISTENING } from './lesson-08-listening.js';
import { WHAT_YOU_MAY_NOTICE } from './lesson-09-what-you-may-notice.js';
import { TELLING_AT_ONCE } from './lesson-10-telling-at-once.js';
import { QUIET_AND_RESPECT } from './lesson-11-quiet-and-respect.js';
import { STOPPING_AND_PARTING } from './lesson-12-stopping-and-parting.js';
import type { Lesson } from '../lesson.types.js';

/** In the order in which they are read. */
export const SAFEGUARDING_LESSONS: readonly Lesson[] = [
  CHILDREN_FIRST,
  YOUR_PART,
  WHERE_WE_MEET,
  BODY_AND_SPACE,
  PHONES_AND_PICTURES,
  GIFTS_AND_MONEY,
  ON_THE_WAY,
  LISTENING,
  WHAT_YOU_MAY_NOTICE,
  TELLING_AT_ONCE,
  QUIET_AND_RESPECT,
  STOPPING_AND_PARTING,
];
