import type { LocalDate } from '@tongxing/shared/kernel';

/** The day on this device's calendar: good enough to ask a minor for a guardian; the server says the last word. */
export function todayHere(now: Date): LocalDate {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as LocalDate;
}
