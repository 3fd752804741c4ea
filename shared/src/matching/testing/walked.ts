// What a walk of random changes found.
export interface Walked {
  /** Changes made, each proven and compared with a fresh solve. */
  readonly edits: number;
  /** Where a proof did not hold, or contradicted that of the fresh solve. */
  readonly wrong: readonly string[];
  /** Changes after which the plan was worth as much as a fresh one, or more. */
  readonly asGood: number;
}
