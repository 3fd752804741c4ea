// What of a figure may leave the agency: no cell below five, and none that the others give away.

/** Fewer than so many, and a number begins to tell of somebody. */
export const SMALLEST_CELL = 5;

export interface CountedPart {
  readonly code: string;
  readonly count: number;
}
export interface CountedFigure {
  readonly denominator: number;
  /** Whether each of those counted is in exactly one part; otherwise somebody can be in several, or in none. */
  readonly oneEach: boolean;
  readonly parts: readonly CountedPart[];
  /** Codes of parts that the figure also adds up to one number of its own. */
  readonly together?: readonly string[] | undefined;
}
/** Undefined: withheld. */
export interface OpenFigure {
  readonly denominator: number | undefined;
  readonly parts: readonly { readonly code: string; readonly count: number | undefined }[];
  readonly together: number | undefined;
}

/** Everything, for those inside. */
export function wholeFigure({ denominator, parts, together }: CountedFigure): OpenFigure {
  return { denominator, parts, together: together && sumOf(inGroup(parts, together)) };
}

/** The same figure as outsiders may have it. */
export function forOutside(figure: CountedFigure): OpenFigure {
  const { denominator, parts, together } = figure;
  if (denominator < SMALLEST_CELL) return withheld(figure);
  if (!figure.oneEach) {
    // A part and whoever is not in it add up to the denominator, so neither may be small.
    const small = (count: number) => count < SMALLEST_CELL || denominator - count < SMALLEST_CELL;
    return {
      denominator,
      parts: parts.map(({ code, count }) => ({ code, count: small(count) ? undefined : count })),
      together: undefined,
    };
  }
  const group = together ? inGroup(parts, together) : [];
  const rest = parts.filter((part) => !group.includes(part));
  if (group.length === 0 || rest.length === 0) return opened(denominator, parts, hiddenAmong(parts), undefined);
  // Two sums that add up to the denominator: where one of them is small, both go, and all their parts.
  const sums = [sumOf(group), sumOf(rest)];
  if (sums.some((sum) => sum < SMALLEST_CELL)) return { ...withheld(figure), denominator };
  return opened(denominator, parts, new Set([...hiddenAmong(group), ...hiddenAmong(rest)]), sumOf(group));
}

/**
 * Parts that must be hidden where their sum is known: the small ones, and as many of the next smallest as it takes that
 * what is hidden is several parts and not itself a small number.
 */
function hiddenAmong(parts: readonly CountedPart[]): ReadonlySet<CountedPart> {
  const ascending = [...parts].sort((one, other) => one.count - other.count);
  const small = ascending.filter(({ count }) => count < SMALLEST_CELL);
  if (small.length === 0) return new Set();
  // A part alone is its own sum, which is shown already and is not small.
  if (parts.length === 1) return new Set();
  const hidden = [...small];
  for (const part of ascending.slice(small.length)) {
    if (hidden.length > 1 && sumOf(hidden) >= SMALLEST_CELL) break;
    hidden.push(part);
  }
  return new Set(hidden);
}

function opened(
  denominator: number,
  parts: readonly CountedPart[],
  hidden: ReadonlySet<CountedPart>,
  together: number | undefined,
): OpenFigure {
  const shown = parts.map((part) => ({ code: part.code, count: hidden.has(part) ? undefined : part.count }));
  return { denominator, parts: shown, together };
}

const withheld = ({ parts }: CountedFigure): OpenFigure => ({
  denominator: undefined,
  parts: parts.map(({ code }) => ({ code, count: undefined })),
  together: undefined,
});
const inGroup = (parts: readonly CountedPart[], codes: readonly string[]) =>
  parts.filter(({ code }) => codes.includes(code));
const sumOf = (parts: readonly CountedPart[]): number => parts.reduce((sum, { count }) => sum + count, 0);

/**
 * How many of those in a figure of volunteers were served themselves: nearly the sum of two of its parts, so that where one of
 * them is withheld, this would give it away.
 */
export function helpersForOutside(helpers: number | undefined, { parts }: OpenFigure): number | undefined {
  if (helpers === undefined || helpers < SMALLEST_CELL) return undefined;
  return parts.some(({ count }) => count === undefined) ? undefined : helpers;
}
