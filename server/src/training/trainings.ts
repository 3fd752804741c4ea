import { Injectable } from '@nestjs/common';
import { SERVICE_TASKS, type ServiceTask } from '@tongxing/shared/rules';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, DatedFacts, type NewFact } from '../platform/database/index.js';
import { Training } from './training.entity.js';

type OfCourse = 'courseId' | 'tasks' | 'evidence';
/** A training; one that names no course counts for every task. */
export type NewTraining = Omit<NewFact<Training>, OfCourse> & Partial<Pick<Training, OfCourse>>;

const NO_COURSE = { courseId: null, tasks: null, evidence: null };

/** Completed trainings. */
@Injectable()
export class Trainings extends DatedFacts<Training> {
  constructor(database: Database, clock: Clock, ids: Ids) {
    super(Training, database, clock, ids);
  }

  /** Inside a unit of work. */
  override addAll(trainings: readonly NewTraining[]): Promise<string[]> {
    return super.addAll(trainings.map((training) => ({ ...NO_COURSE, ...training })));
  }
}

/** The tasks of a training as they are kept; null counts for each. */
export const keptTasks = (tasks: readonly ServiceTask[]): string => tasks.join(',');

/** The tasks that a training was for; undefined where it counts for each. */
export function tasksOf({ tasks }: Pick<Training, 'tasks'>): readonly ServiceTask[] | undefined {
  if (tasks === null) return undefined;
  const kept = tasks.split(',');
  return SERVICE_TASKS.filter((task) => kept.includes(task));
}
