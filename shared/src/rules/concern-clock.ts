// H9, §7.5.1: how long there is to report to the authority, once somebody has said that something is wrong.

/** The latest instant (ISO, UTC) at which a report is in time; whole hours, as the agency has set them within the law. */
export function reportDueAt(raisedAt: string, hours: number): string {
  return new Date(Date.parse(raisedAt) + hours * 3_600_000).toISOString();
}
