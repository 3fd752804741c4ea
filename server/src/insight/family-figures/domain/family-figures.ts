// What each figure of families counts, over whom, and what outsiders may have of it. Definitions: docs/glossary.md.
import {
  forOutside,
  GROWN_KINDS,
  helpersForOutside,
  meanInTenths,
  shareInTenths,
  wholeFigure,
} from '@tongxing/shared/rules';

export const FIGURE_CODES = [
  'HOUSEHOLD_SIZE',
  'FAMILY_FORM',
  'CAREGIVER_EDUCATION',
  'MAJOR_EVENT',
  'MAJOR_EVENT_KIND',
  'FAMILY_NEED',
  'VOLUNTEER_KIND',
] as const;
export type FigureCode = (typeof FIGURE_CODES)[number];

/** What is counted once: the denominator is so many of them. */
export const FIGURE_UNITS = ['HOUSEHOLD', 'PERSON', 'ROLE'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

interface Definition {
  readonly unit: FigureUnit;
  /** Whether each of those counted is in exactly one part. */
  readonly oneEach: boolean;
  readonly parts: readonly string[];
  /** Parts that the figure's own number adds up. */
  readonly together?: readonly string[];
}

export const DEFINITIONS: Readonly<Record<FigureCode, Definition>> = {
  HOUSEHOLD_SIZE: { unit: 'HOUSEHOLD', oneEach: true, parts: [] },
  FAMILY_FORM: {
    unit: 'HOUSEHOLD',
    oneEach: true,
    parts: ['TWO_PARENT', 'SINGLE_PARENT', 'GRANDPARENT_LED', 'BLENDED', 'OTHER'],
    together: ['SINGLE_PARENT', 'GRANDPARENT_LED', 'BLENDED'],
  },
  CAREGIVER_EDUCATION: {
    unit: 'PERSON',
    oneEach: true,
    parts: ['NO_SCHOOLING', 'LITERACY_CLASS', 'PRIMARY', 'JUNIOR', 'SENIOR', 'COLLEGE'],
    together: ['NO_SCHOOLING', 'LITERACY_CLASS'],
  },
  MAJOR_EVENT: { unit: 'HOUSEHOLD', oneEach: true, parts: ['WITH_EVENT', 'WITHOUT_EVENT'], together: ['WITH_EVENT'] },
  // Of those with an event, and several events count each: the shares add up to more than a hundred.
  MAJOR_EVENT_KIND: {
    unit: 'HOUSEHOLD',
    oneEach: false,
    parts: ['ILLNESS', 'DIVORCE', 'ACCIDENT', 'PARENT_DEATH_OR_DEPARTURE', 'OTHER'],
  },
  FAMILY_NEED: {
    unit: 'HOUSEHOLD',
    oneEach: false,
    parts: ['STUDY', 'HOUSING', 'MEDICAL', 'WORK', 'NEIGHBOUR_SUPPORT', 'FAMILY_EDUCATION', 'MAJOR_EVENTS'],
  },
  VOLUNTEER_KIND: { unit: 'ROLE', oneEach: true, parts: GROWN_KINDS },
};

/** Numbers as they stand in the rows, before anything is withheld. */
export interface FigureCount {
  readonly denominator: number;
  readonly counts: ReadonlyMap<string, number>;
  /** Persons altogether, where the figure is a mean. */
  readonly sum?: number | undefined;
  /** Of a figure about volunteers: how many of those people had been served themselves. */
  readonly helpers?: number | undefined;
}
export interface FigurePart {
  readonly code: string;
  /** Undefined where it is withheld. */
  readonly count: number | undefined;
  /** Per cent of the denominator, one decimal, rounded half up. */
  readonly share: number | undefined;
}
export interface FamilyFigure {
  readonly code: FigureCode;
  readonly unit: FigureUnit;
  readonly oneEach: boolean;
  readonly denominator: number | undefined;
  readonly sum: number | undefined;
  readonly mean: number | undefined;
  readonly together: number | undefined;
  readonly togetherShare: number | undefined;
  readonly helpers: number | undefined;
  readonly parts: readonly FigurePart[];
}

/** A figure for a reader: inside the agency whole, outside without small cells. */
export function familyFigure(code: FigureCode, counted: FigureCount, outside: boolean): FamilyFigure {
  const { unit, oneEach, parts: codes, together } = DEFINITIONS[code];
  const { denominator, counts } = counted;
  const parts = codes.map((part) => ({ code: part, count: counts.get(part) ?? 0 }));
  const open = (outside ? forOutside : wholeFigure)({ denominator, oneEach, parts, together });
  const share = (count: number | undefined) =>
    count === undefined || open.denominator === undefined ? undefined : tenth(shareInTenths(count, open.denominator));
  const sum = open.denominator === undefined ? undefined : counted.sum;
  return {
    code,
    unit,
    oneEach,
    denominator: open.denominator,
    sum,
    mean: sum === undefined ? undefined : tenth(meanInTenths(sum, denominator)),
    together: open.together,
    togetherShare: share(open.together),
    helpers: outside ? helpersForOutside(counted.helpers, open) : counted.helpers,
    parts: open.parts.map(({ code: part, count }) => ({ code: part, count, share: share(count) })),
  };
}

const tenth = (tenths: number | undefined): number | undefined => (tenths === undefined ? undefined : tenths / 10);
