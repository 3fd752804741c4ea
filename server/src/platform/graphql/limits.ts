// How large one operation may be. Each number is far above what our own pages ask for.
import { LARGEST_PAGE } from './connection.js';

export const LIMITS = {
  bodyBytes: 256 * 1024,
  tokens: 2_000,
  fragments: 40,
  /** Fields inside fields, with fragments laid out. Introspection, where it is on, may go deeper. */
  depth: 12,
  introspectionDepth: 16,
  aliases: 20,
  directives: 20,
  /** Fields after all fragments are laid out: bounds the work of validation and compilation. */
  fields: 1_000,
  /** Values that an answer may hold, by the page sizes asked for. */
  cost: 50_000,
  page: LARGEST_PAGE,
} as const;

/** Members that a list without pages is taken to have, when its cost is estimated. */
export const ASSUMED_LIST = 5;
