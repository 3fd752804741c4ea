import { ReminderDay, ReminderSent } from './reminder.entities.js';

export { hourIn } from './domain/hour-in.js';
export { RemindedFacts, type DueBetween, type RemindedFact, type RemindedSource } from './reminded-facts.js';
export { Reminders } from './reminders.js';
export { RemindersModule } from './reminders.module.js';

/** Tables of this module. */
export const REMINDER_ENTITIES = [ReminderDay, ReminderSent];
