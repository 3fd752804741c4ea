import { Training } from './training.entity.js';

export { keptTasks, tasksOf, Trainings, type NewTraining } from './trainings.js';
export { TrainingModule } from './training.module.js';
export type { Training };

/** Tables of this module. */
export const TRAINING_ENTITIES = [Training];
