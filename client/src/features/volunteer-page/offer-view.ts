// What a volunteer brings along, between the form and the server.
import { VOLUNTEER_RANGES } from '@tongxing/shared/rules';
import type { ChangeVolunteerInput, VolunteerOfferQuery } from '../../gql/graphql.js';

export type Offer = NonNullable<VolunteerOfferQuery['volunteer']>;
export type Time = Omit<Offer['freeTimes'][number], '__typename'>;

/** As the fields hold it. */
export interface Typed {
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly freeTimes: readonly Time[];
  readonly areaCode: string;
  readonly places: string;
  /** In kilometres; '' for the agency's setting. */
  readonly travel: string;
}

export const toTyped = ({ languages, skills, freeTimes, areaCode, places, travelMetres }: Offer): Typed => ({
  languages: [...languages],
  skills: [...skills],
  freeTimes: freeTimes.map(({ weekday, startMinute, endMinute }) => ({ weekday, startMinute, endMinute })),
  areaCode: areaCode ?? '',
  places: String(places),
  travel: travelMetres == null ? '' : String(travelMetres / 1000),
});

export const toInput = ({ id, version }: Offer, typed: Typed): ChangeVolunteerInput => ({
  ...{ volunteerId: id, version },
  languages: [...typed.languages],
  skills: [...typed.skills],
  freeTimes: typed.freeTimes.map((time) => ({ ...time })),
  areaCode: typed.areaCode === '' ? null : typed.areaCode,
  places: Number(typed.places),
  travelMetres: typed.travel.trim() === '' ? null : Math.round(Number(typed.travel) * 1000),
});

/** Areas to choose from: those that are open, and the one that stands there already. */
export const choosable = <A extends { readonly code: string; readonly closed: boolean }>(
  areas: readonly A[],
  now: string | null | undefined,
): readonly A[] => areas.filter(({ code, closed }) => !closed || code === now);

/** Whether a field holds a number that can stand there. */
export function fits(field: keyof typeof VOLUNTEER_RANGES, value: number): boolean {
  const { least, most } = VOLUNTEER_RANGES[field];
  return Number.isInteger(value) && value >= least && value <= most;
}

const two = (part: number): string => String(part).padStart(2, '0');
/** The end of the day is the last minute that a clock shows. */
export function timeOf(minute: number): string {
  const shown = Math.min(minute, 1439);
  return `${two(Math.floor(shown / 60))}:${two(shown % 60)}`;
}

export function minuteOf(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}
