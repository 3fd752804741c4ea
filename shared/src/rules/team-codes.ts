// Words around teams that come for a day; a company is one of several kinds, and all pass the same gates (D8).

export const TEAM_KINDS = [
  { code: 'COMPANY', zh: '企业', en: 'company' },
  { code: 'GOVERNMENT', zh: '机关单位', en: 'government office' },
  { code: 'UNIVERSITY', zh: '高校', en: 'university' },
  { code: 'CLUB', zh: '社团', en: 'club' },
] as const;
export type TeamKind = (typeof TEAM_KINDS)[number]['code'];

/** Characters of a team's names. */
export const TEAM_NAME_LIMITS = { name: 80, shortName: 20 } as const;

export const TEAM_STATES = ['ACTIVE', 'ENDED'] as const;
export type TeamState = (typeof TEAM_STATES)[number];

/** Whether a line of costs is paid once for the day, or for each person who comes. */
export const COST_PER = ['DAY', 'GUEST'] as const;
export type CostPer = (typeof COST_PER)[number];

export interface CostLine {
  readonly what: string;
  /** In fen, as digits: JSON has no bigint. */
  readonly amount: string;
  readonly per: CostPer;
}

/** What a day costs a team of so many, in fen. */
export const costOf = (lines: readonly CostLine[], people: number): bigint =>
  lines.reduce((sum, { amount, per }) => sum + BigInt(amount) * (per === 'GUEST' ? BigInt(people) : 1n), 0n);
