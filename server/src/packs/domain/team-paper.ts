// What a donation agreement or receipt has to say before it is taken in.
import { parseLocalDate, type LocalDate } from '@tongxing/shared/kernel';

export const LONGEST_PAPER_NUMBER = 60;
export const LONGEST_WITHDRAWAL = 300;
const LONGEST_REQUEST = 64;
/** Papers older than the agencies that keep them are typing mistakes. */
const EARLIEST = '1990-01-01';
/** Fen, in digits: up to ten thousand million yuan. */
const AMOUNT = /^\d{1,12}$/;

interface Problem {
  readonly field: string;
  readonly code: string;
}
export interface SaidPaper {
  readonly number: string;
  readonly datedOn: string;
  /** Fen, in digits; undefined where the paper states no amount. */
  readonly amount: string | undefined;
  readonly fileIds: readonly string[];
  readonly requestId: string;
}

/** `today` is the agency's: a paper of tomorrow is not there yet. */
export function paperProblems(said: SaidPaper, today: LocalDate): Problem[] {
  const { number, datedOn, amount, fileIds, requestId } = said;
  const day = parseLocalDate(datedOn);
  const problem = (field: string, code: string, is: boolean): Problem[] => (is ? [{ field, code }] : []);
  return [
    ...problem('number', 'REQUIRED', number.trim() === ''),
    ...problem('number', 'TOO_LONG', number.trim().length > LONGEST_PAPER_NUMBER),
    ...problem('datedOn', 'INVALID', day === undefined || day < EARLIEST),
    ...problem('datedOn', 'IN_FUTURE', day !== undefined && day > today),
    ...problem('amount', 'INVALID', amount !== undefined && !AMOUNT.test(amount)),
    ...problem('fileIds', 'REQUIRED', fileIds.length === 0),
    ...problem('requestId', 'INVALID', requestId.trim() === '' || requestId.length > LONGEST_REQUEST),
  ];
}

/** Why one is withdrawn. */
export function withdrawalProblems(why: string): Problem[] {
  if (why.trim() === '') return [{ field: 'why', code: 'REQUIRED' }];
  return why.trim().length > LONGEST_WITHDRAWAL ? [{ field: 'why', code: 'TOO_LONG' }] : [];
}
