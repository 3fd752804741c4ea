// How somebody wants to be told what: at once, gathered once a day or a week, or in the platform only. What concerns a
// child's safety or one's own account is told at once whatever was chosen (rules.md, H9; experience.md, "Reaching people").
import { instantAt, minuteIn, weekdayOf, addDays, localDateIn, type LocalDate } from '../kernel/index.js';
import type { Role } from '../permissions/index.js';

/** What a message is about. */
export const MESSAGE_KINDS = [
  /** A child's safety, a family's word, work that has stopped. */
  'SAFETY',
  /** One's own account, and what is kept of oneself. */
  'ACCOUNT',
  /** Companionships that are proposed, begin, change, end. */
  'SERVICE',
  'SUPERVISION',
  /** Papers, trainings and contacts that come to their last day. */
  'RENEWALS',
  /** The daily work of the desk: rosters, applications, backups, requests. */
  'DESK',
  /** Cards and letters for those who give. */
  'GIVING',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Told at once, at every hour, by every way that is known: nobody can turn these off, nor by a link in a mail. */
export const KINDS_AT_ONCE = ['SAFETY', 'ACCOUNT'] as const satisfies readonly MessageKind[];
export type ChosenKind = Exclude<MessageKind, (typeof KINDS_AT_ONCE)[number]>;
export const CHOSEN_KINDS = MESSAGE_KINDS.filter(isChosenKind);

export function isChosenKind(kind: MessageKind): kind is ChosenKind {
  return !(KINDS_AT_ONCE as readonly MessageKind[]).includes(kind);
}

/** IN_APP: nothing is sent, the notice waits in the platform. */
export const FREQUENCIES = ['AT_ONCE', 'DAILY', 'WEEKLY', 'IN_APP'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const MESSAGE_CHANNELS = ['MAIL', 'SMS'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

const DESK: readonly Role[] = [
  'SOCIAL_WORKER',
  'SUPERVISOR',
  'DIRECTOR',
  'ARCHIVIST',
  'FINANCE',
  'REFERRER',
  'EXPERT',
  'COMMISSIONER',
  'AUDITOR',
  'PLATFORM_OPERATOR',
];
const VOLUNTEERS: readonly Role[] = ['VOLUNTEER', 'EMPLOYEE'];
const CASE_TEAM: readonly Role[] = ['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR'];

/** Who hears of what, so that a page asks nobody about messages that they never get. */
const HEARD_BY: Readonly<Record<ChosenKind, readonly Role[]>> = {
  SERVICE: [...CASE_TEAM, ...VOLUNTEERS],
  SUPERVISION: [...CASE_TEAM, ...VOLUNTEERS],
  RENEWALS: [...CASE_TEAM, ...VOLUNTEERS],
  DESK,
  GIVING: ['DONOR', 'CSR_COORDINATOR'],
};

/** Whom somebody waits for an answer of should not hear a week later. */
const OFFERED: Readonly<Record<ChosenKind, readonly Frequency[]>> = {
  SERVICE: ['AT_ONCE', 'DAILY', 'IN_APP'],
  SUPERVISION: ['AT_ONCE', 'DAILY', 'IN_APP'],
  RENEWALS: FREQUENCIES,
  DESK: FREQUENCIES,
  GIVING: FREQUENCIES,
};

export const kindsFor = (roles: readonly Role[]): ChosenKind[] =>
  CHOSEN_KINDS.filter((kind) => HEARD_BY[kind].some((role) => roles.includes(role)));
export const frequenciesOf = (kind: ChosenKind): readonly Frequency[] => OFFERED[kind];

/** What somebody has chosen. Hours are on the clock of the agency. */
export interface MessagePreferences {
  readonly frequencies: Readonly<Partial<Record<ChosenKind, Frequency>>>;
  /** Nothing is sent from this hour (0–23) on … */
  readonly quietFrom: number | undefined;
  /** … until this one; both or neither, and never the same. */
  readonly quietUntil: number | undefined;
  /** At which hour (0–23) what was gathered is sent. */
  readonly digestHour: number;
  /** On which day what was gathered over a week is sent; 1 is Monday. */
  readonly digestWeekday: number;
  /** The way that is taken where there are several; undefined: mail first. */
  readonly channel: MessageChannel | undefined;
}

export const USUAL_PREFERENCES: MessagePreferences = {
  frequencies: {},
  quietFrom: undefined,
  quietUntil: undefined,
  digestHour: 8,
  digestWeekday: 1,
  channel: undefined,
};

export const frequencyOf = ({ frequencies }: MessagePreferences, kind: ChosenKind): Frequency =>
  frequencies[kind] ?? 'AT_ONCE';

export interface PreferenceProblem {
  readonly field: 'quietFrom' | 'quietUntil' | 'digestHour' | 'digestWeekday' | 'frequencies';
  readonly code: 'OUT_OF_RANGE' | 'REQUIRED' | 'SAME' | 'QUIET' | 'NOT_OFFERED';
}

const isHour = (hour: number): boolean => Number.isInteger(hour) && hour >= 0 && hour <= 23;

/** What is wrong with a choice; empty where nothing is. */
export function preferenceProblems(chosen: MessagePreferences): PreferenceProblem[] {
  const { quietFrom, quietUntil, digestHour, digestWeekday, frequencies } = chosen;
  const hours = [
    ['quietFrom', quietFrom],
    ['quietUntil', quietUntil],
    ['digestHour', digestHour],
  ] as const;
  const problems: PreferenceProblem[] = hours
    .filter(([, hour]) => hour !== undefined && !isHour(hour))
    .map(([field]) => ({ field, code: 'OUT_OF_RANGE' }));
  if (!Number.isInteger(digestWeekday) || digestWeekday < 1 || digestWeekday > 7) {
    problems.push({ field: 'digestWeekday', code: 'OUT_OF_RANGE' });
  }
  if ((quietFrom === undefined) !== (quietUntil === undefined)) {
    problems.push({ field: quietFrom === undefined ? 'quietFrom' : 'quietUntil', code: 'REQUIRED' });
  } else if (quietFrom !== undefined && quietFrom === quietUntil) problems.push({ field: 'quietUntil', code: 'SAME' });
  else if (isQuiet(digestHour * 60, chosen)) problems.push({ field: 'digestHour', code: 'QUIET' });
  const offered = CHOSEN_KINDS.every((kind) => OFFERED[kind].includes(frequencies[kind] ?? 'AT_ONCE'));
  return offered ? problems : [...problems, { field: 'frequencies', code: 'NOT_OFFERED' }];
}

/** How and when a message leaves. `at` is never before now. */
export type Sending =
  | { readonly how: 'AT_ONCE'; readonly at: Date }
  | { readonly how: 'GATHERED'; readonly at: Date }
  | { readonly how: 'IN_APP' };

export interface ToldOf {
  readonly kind: MessageKind;
  /** The last day on which hearing of it still helps; a digest that comes later is not waited for. */
  readonly usefulUntil?: LocalDate | undefined;
}

/** What somebody's choice makes of one message. */
export function sendingOf(told: ToldOf, chosen: MessagePreferences, now: Date, timeZone: string): Sending {
  if (!isChosenKind(told.kind)) return { how: 'AT_ONCE', at: now };
  const frequency = frequencyOf(chosen, told.kind);
  if (frequency === 'IN_APP') return { how: 'IN_APP' };
  if (frequency === 'AT_ONCE') return { how: 'AT_ONCE', at: afterQuiet(now, chosen, timeZone) };
  const at = nextDigest(now, chosen, frequency, timeZone);
  const inTime = told.usefulUntil === undefined || localDateIn(at, timeZone) <= told.usefulUntil;
  return inTime ? { how: 'GATHERED', at } : { how: 'AT_ONCE', at: afterQuiet(now, chosen, timeZone) };
}

/** Now, or the end of the quiet hours where it is quiet. */
export function afterQuiet(now: Date, chosen: MessagePreferences, timeZone: string): Date {
  const { quietFrom, quietUntil } = chosen;
  const minute = minuteIn(now, timeZone);
  if (quietFrom === undefined || quietUntil === undefined || !isQuiet(minute, chosen)) return now;
  const today = localDateIn(now, timeZone);
  const tomorrow = quietFrom > quietUntil && minute >= quietFrom * 60;
  const end = instantAt(tomorrow ? addDays(today, 1) : today, quietUntil * 60, timeZone);
  return end > now ? end : now;
}

function isQuiet(minute: number, { quietFrom, quietUntil }: MessagePreferences): boolean {
  if (quietFrom === undefined || quietUntil === undefined) return false;
  const [from, until] = [quietFrom * 60, quietUntil * 60];
  return from > until ? minute >= from || minute < until : minute >= from && minute < until;
}

/** The first time of sending that lies after now: a message never waits for a digest that is under way. */
function nextDigest(
  now: Date,
  { digestHour, digestWeekday }: MessagePreferences,
  frequency: 'DAILY' | 'WEEKLY',
  timeZone: string,
): Date {
  const today = localDateIn(now, timeZone);
  const first = frequency === 'DAILY' ? today : addDays(today, (digestWeekday - weekdayOf(today) + 7) % 7);
  const at = instantAt(first, digestHour * 60, timeZone);
  return at > now ? at : instantAt(addDays(first, frequency === 'DAILY' ? 1 : 7), digestHour * 60, timeZone);
}
