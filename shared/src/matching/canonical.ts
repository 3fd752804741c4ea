// One text for one input, whatever order its rows were read in: to be hashed, stored, and proved again.
import { byCodeUnit } from './ints.js';
import { normalise, normaliseRules } from './normalise.js';
import type { MatchRules, MatchSnapshot, MatchWeights } from './types.js';

/** Raised whenever equal input may lead to other candidates or scores than before. */
export const ENGINE_VERSION = 1;

export interface MatchInput {
  readonly snapshot: MatchSnapshot;
  readonly rules: MatchRules;
  readonly weights: MatchWeights;
}

/**
 * The whole input as JSON, sorted by id; equal for equal input. The needs that skills serve are written out, so
 * that a stored run stays provable after the table of skills has grown.
 */
export function canonicalSnapshot(snapshot: MatchSnapshot, rules: MatchRules, weights: MatchWeights): string {
  return JSON.stringify({
    engine: ENGINE_VERSION,
    snapshot: normalise(snapshot),
    rules: normaliseRules(rules),
    weights: {
      version: weights.version,
      criteria: weights.criteria
        .map(({ criterion, weight, why }) => ({ criterion, weight, why }))
        .sort((a, b) => byCodeUnit(a.criterion, b.criterion)),
    },
  });
}

/** Reads what `canonicalSnapshot` wrote; throws where the text is another engine's, or no such text at all. */
export function readCanonical(canonical: string): MatchInput {
  const read: unknown = JSON.parse(canonical);
  if (!isInput(read)) throw new Error('the stored input is no canonical snapshot');
  if (read.engine !== ENGINE_VERSION) {
    throw new Error(`the stored input was solved by engine ${read.engine}, this is engine ${ENGINE_VERSION}`);
  }
  return read;
}

function isInput(read: unknown): read is MatchInput & { readonly engine: number } {
  if (typeof read !== 'object' || read === null) return false;
  const fields = ['engine', 'snapshot', 'rules', 'weights'];
  return fields.every((field) => Object.hasOwn(read, field));
}
