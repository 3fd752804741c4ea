/** `2026-11-23 09:30` where the agency is: the same in either language, and sorts as text. */
export function formatInTimeZone(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return parts.format(new Date(instant));
}
