// Reads the facts of an audit row. They are JSON written by the server; a row that cannot be read shows none.

export interface AuditFact {
  readonly name: string;
  readonly value: string;
}

/** The facts in their order, values as text; what holds nothing is left out. */
export function factsOf(json: string): readonly AuditFact[] {
  const parsed = parse(json);
  return Object.entries(parsed).flatMap(([name, value]) => {
    if (typeof value === 'string') return value === '' ? [] : [{ name, value }];
    return typeof value === 'number' || typeof value === 'boolean' ? [{ name, value: String(value) }] : [];
  });
}

/** Codes have words elsewhere or stand in the raw record only; a value for the page is a number, a day, or words. */
export const isCode = (value: string): boolean => /^[A-Z][A-Z0-9_]+$/.test(value);

/** Enough of a hash to compare two rows by eye; the whole stands behind it. */
export const shortHash = (hash: string): string => hash.slice(0, 10);

/** A filter from the address, only if the page offers it. */
export function knownFilter(offered: readonly string[], value: string): string | null {
  return offered.includes(value) ? value : null;
}

function parse(json: string): object {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : {};
  } catch {
    return {};
  }
}
