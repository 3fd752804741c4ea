import { AgencyCourse } from './catalogue/course.entity.js';
import { CourseProgress } from './course-progress.entity.js';
import { TrainingCredit } from './credit/training-credit.entity.js';
import { TrainingPlace, TrainingSession } from './sessions/training-session.entities.js';

export { CourseFacts } from './catalogue/course-facts.js';
export { Courses } from './catalogue/courses.js';
export { isRoomCode, roomCode, type RoomCode } from './domain/room-code.js';
export { minuteIn } from './domain/minute-in.js';
export { LearningModule } from './learning.module.js';
export { OwnTraining } from './sessions/own-training.js';
export { digest, TrainingSessions } from './sessions/training-sessions.js';
export { TrainingCredits } from './credit/training-credits.js';

/** Tables of this module. */
export const LEARNING_ENTITIES = [AgencyCourse, CourseProgress, TrainingCredit, TrainingPlace, TrainingSession];
