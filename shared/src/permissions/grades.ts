// How sensitive a field is, and to whose rows a permission reaches (ADR-0013).

/** From what anybody may know to what endangers a child where it leaks. Each grade includes those before it. */
export const GRADES = ['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6'] as const;
export type Grade = (typeof GRADES)[number];

const RANK = new Map<Grade, number>(GRADES.map((grade, rank) => [grade, rank]));
const rank = (grade: Grade): number => RANK.get(grade) ?? GRADES.length;

/** Whether clearance up to `highest` lets a field of `grade` be read. */
export const clears = (highest: Grade, grade: Grade): boolean => rank(grade) <= rank(highest);

/** The highest of some grades; G0, what anybody may know, where there is none. */
export const highestOf = (grades: readonly Grade[]): Grade =>
  grades.reduce<Grade>((highest, grade) => (clears(highest, grade) ? highest : grade), 'G0');

/** How a row stands to whoever asks for it. A row in none of these relations answers as a missing one. */
export const RELATIONS = [
  /** No row of anybody: settings of the platform, the own agency's name. */
  'PUBLIC',
  /** The own account, notices, record as a volunteer; to a guardian, the own child. */
  'OWN',
  /** Somebody whom one accompanies, or works with, now. */
  'ASSIGNED',
  /** Somebody whom one accompanied, or worked with, before. */
  'FORMERLY_ASSIGNED',
  /** Rows of the offices in which one holds the role, and rows that belong to the whole agency. */
  'SAME_OFFICE',
  /** Every row of the agency. */
  'SAME_AGENCY',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** The highest grade that may be read in each relation; at least one relation. A relation that is not named gives nothing. */
export type Reach = {
  readonly [R in Relation]: Readonly<Record<R, Grade> & Partial<Record<Relation, Grade>>>;
}[Relation];
