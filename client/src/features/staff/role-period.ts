// What a form about a role asks for, and what is wrong with the days before anything is sent.
export interface RolePeriod {
  readonly officeId: string;
  readonly startsOn: string;
  readonly endsOn: string;
}
export type Field = keyof RolePeriod;

export interface PeriodProblem {
  readonly field: 'startsOn' | 'endsOn';
  readonly code: 'REQUIRED' | 'IN_THE_PAST' | 'BEFORE_START';
}

export function periodProblem({ startsOn, endsOn }: RolePeriod, today: string): PeriodProblem | undefined {
  if (startsOn === '') return { field: 'startsOn', code: 'REQUIRED' };
  if (startsOn < today) return { field: 'startsOn', code: 'IN_THE_PAST' };
  return endsOn !== '' && endsOn < startsOn ? { field: 'endsOn', code: 'BEFORE_START' } : undefined;
}

/** As the server takes it: what was left empty is left out. */
export const toInput = ({ officeId, startsOn, endsOn }: RolePeriod) => ({
  startsOn,
  ...(officeId && { officeId }),
  ...(endsOn && { endsOn }),
});
