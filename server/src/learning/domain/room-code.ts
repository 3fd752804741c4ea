// The code that the trainer shows: six digits, new every minute, so that a picture of it sent home soon says nothing.

/** Seconds for which a code is shown; the one before it is taken as well, as typing takes time. */
export const CODE_SECONDS = 60;
/** Minutes before the begin from which on codes are taken, and after the end until which they are. */
const EARLY_MINUTES = 30;
const LATE_MINUTES = 60;

/** A keyed digest as hexadecimal text. */
export type Digest = (key: string, text: string) => string;

export interface RoomCode {
  readonly code: string;
  /** Instant from which on another one is shown. */
  readonly until: Date;
}

/** The code of this moment. */
export function roomCode(key: string, now: Date, digest: Digest): RoomCode {
  const step = stepOf(now);
  return { code: codeOf(key, step, digest), until: new Date((step + 1) * CODE_SECONDS * 1000) };
}

/** Whether what was typed is the code of this moment or the one before. */
export function isRoomCode(typed: string, key: string, now: Date, digest: Digest): boolean {
  const digits = typed.replaceAll(/\s/g, '');
  const step = stepOf(now);
  return [step, step - 1].some((one) => codeOf(key, one, digest) === digits);
}

/** Whether codes are taken at that minute of the session's day. */
export function codesAreOpen(session: { readonly startMinute: number; readonly minutes: number }, minute: number) {
  const { startMinute, minutes } = session;
  return minute >= startMinute - EARLY_MINUTES && minute <= startMinute + minutes + LATE_MINUTES;
}

const stepOf = (now: Date): number => Math.floor(now.getTime() / (CODE_SECONDS * 1000));
const codeOf = (key: string, step: number, digest: Digest): string =>
  String(Number.parseInt(digest(key, String(step)).slice(0, 12), 16) % 1_000_000).padStart(6, '0');
