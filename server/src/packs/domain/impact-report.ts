// What a team's year came to, as the team may have it: whole days, own people as a number, nothing of a child.
import { impactNumbers, type ImpactNumbers, type ToldDay } from '@tongxing/shared/rules';

export interface ReportDay extends ToldDay {
  readonly onDate: string;
  readonly theme: string;
  readonly themeEn: string | null;
  readonly people: number;
  readonly outcomes: string;
}
/** A donation agreement or receipt with what stands on it: told, and never counted with. */
export interface ReportPaper {
  readonly kind: 'DONATION_AGREEMENT' | 'DONATION_RECEIPT';
  readonly number: string;
  readonly datedOn: string;
  /** Fen as stated, in digits; undefined where none is stated. */
  readonly amount: string | undefined;
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
  /** The earliest first. */
  readonly papers: readonly ReportPaper[];
}

export function impactReport(of: Omit<ImpactReport, 'numbers' | 'people'>, personIds: readonly string[]): ImpactReport {
  const days = [...of.days].sort((one, other) => (one.onDate < other.onDate ? -1 : 1));
  const papers = [...of.papers].sort((one, other) => (one.datedOn < other.datedOn ? -1 : 1));
  return { ...of, days, papers, people: new Set(personIds).size, numbers: impactNumbers(days) };
}
