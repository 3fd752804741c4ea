// What a team's year came to, as the team may have it: whole days, own people as a number, nothing of a child.
import { impactNumbers, type ImpactNumbers, type ToldDay } from '@tongxing/shared/rules';

export interface ReportDay extends ToldDay {
  readonly onDate: string;
  readonly theme: string;
  readonly themeEn: string | null;
  readonly people: number;
  readonly outcomes: string;
}
export interface ImpactReport {
  readonly year: number;
  readonly agency: string;
  readonly team: string;
  /** Different people of the team. */
  readonly people: number;
  readonly numbers: ImpactNumbers;
  /** The earliest first. */
  readonly days: readonly ReportDay[];
}

export function impactReport(of: Omit<ImpactReport, 'numbers' | 'people'>, personIds: readonly string[]): ImpactReport {
  const days = [...of.days].sort((one, other) => (one.onDate < other.onDate ? -1 : 1));
  return { ...of, days, people: new Set(personIds).size, numbers: impactNumbers(days) };
}
