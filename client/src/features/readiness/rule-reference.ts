// Reads how the server names a rule: by its number, with the clause of MZ/T 248—2025 beside it or in the same text.

/** The rules that have words; the compiler finds one without. */
export const RULE_NAMES = [
  'H5',
  'H6',
  'H7',
  'H8',
  'H9',
  'H10',
  'H12',
  'H13',
  'H21',
  'H22',
  'H25',
  'H26',
  'L34',
  'L35',
  'S4',
  'P14',
  'P15',
  'P18',
  'P19',
  'P20',
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

export interface RuleReference {
  readonly rule: string;
  /** Such as §7.1.3. */
  readonly clause: string | undefined;
}

/** Reads `H8` with a clause beside it, or both in one text: `H8 §7.1.3`. */
export function ruleReference(text: string | null | undefined, clause?: string | null): RuleReference {
  const [rule = '', ...rest] = (text ?? '').split(/\s+/);
  return { rule, clause: clause ?? rest.find((part) => part.startsWith('§')) };
}
