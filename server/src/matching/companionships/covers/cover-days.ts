// The days of standing in, as far as other parts of a pair have to mind them.
import type { LocalDate } from '@tongxing/shared/kernel';
import type { CompanionshipView } from '../companionships.repository.js';

type Covers = Pick<CompanionshipView, 'cover'>;

/** Standing in is over with its last day, whenever the job comes that writes it down. */
export const isOver = ({ cover }: Covers, today: LocalDate): boolean => cover !== undefined && cover.until < today;

/** Nobody is asked for a contact after the last day of standing in. */
export const withinCover = ({ cover }: Covers, day: LocalDate): LocalDate =>
  cover && cover.until < day ? cover.until : day;
