// P06, P20: when the next contact of a pair is due, by how many a month its plan says.
import { addDays, type LocalDate } from '../kernel/index.js';

/** An attempt that reached nobody is told apart from a contact that was made, and moves nothing on. */
export const CONTACT_KINDS = ['ATTEMPTED', 'MADE'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

const DAYS_A_MONTH = 30;

/** The last day by which the next contact should be made: a month shared out evenly, counted from the last one made. */
export function nextContactOn(lastMadeOn: LocalDate, contactsPerMonth: number): LocalDate {
  return addDays(lastMadeOn, Math.max(1, Math.floor(DAYS_A_MONTH / Math.max(1, contactsPerMonth))));
}
