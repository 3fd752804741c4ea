// What stands in somebody's calendar: each module that keeps appointments says so while the application starts. A source
// hands over a kind, a time and an id, so there is no place for a name, a family or an address.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';

export const APPOINTMENT_KINDS = [
  'SUPERVISION',
  'CONTACT',
  'TRAINING',
  'ACTIVITY',
  'TEAM_BOOKING',
  'TEAM_DAY',
] as const;
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];

/** One appointment of somebody's own. */
export interface Appointment {
  readonly kind: AppointmentKind;
  /** The row's id: with the kind it is the appointment's name for ever. */
  readonly id: string;
  /** Counts changes; never smaller than it was. */
  readonly sequence: number;
  readonly day: LocalDate;
  /** Minutes since midnight in the agency's zone; without, it lasts the whole day. */
  readonly span?: { readonly startMinute: number; readonly minutes: number } | undefined;
  /** Page on which its owner finds more. */
  readonly path: string;
  /** TENTATIVE: not certain yet; CANCELLED: it was there, and is called off. Left out: it is certain. */
  readonly status?: 'TENTATIVE' | 'CANCELLED' | undefined;
}
export type AppointmentSource = (agencyId: AgencyId, personId: PersonId, from: LocalDate) => Promise<Appointment[]>;

@Injectable()
export class CalendarSources {
  readonly #sources: AppointmentSource[] = [];

  /** A source tells what one person has on or after a day. */
  add(source: AppointmentSource): void {
    this.#sources.push(source);
  }

  /** What somebody has, in the order of days; what was called off is not among it. */
  async of(agencyId: AgencyId, personId: PersonId, from: LocalDate): Promise<Appointment[]> {
    return (await this.all(agencyId, personId, from)).filter(({ status }) => status !== 'CANCELLED');
  }

  /** The same with what was called off, so that a calendar strikes it out instead of losing it. */
  async all(agencyId: AgencyId, personId: PersonId, from: LocalDate): Promise<Appointment[]> {
    const all: Appointment[] = [];
    for (const source of this.#sources) all.push(...(await source(agencyId, personId, from)));
    return all.filter(({ day }) => day >= from).sort((a, b) => (`${a.day}${a.id}` < `${b.day}${b.id}` ? -1 : 1));
  }
}
