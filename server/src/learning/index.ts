import { CourseProgress } from './course-progress.entity.js';

export { LearningModule } from './learning.module.js';

/** Tables of this module. */
export const LEARNING_ENTITIES = [CourseProgress];
