/** As many people as a list shows that was asked for a name: who is not among them is found with one letter more. */
export const PEOPLE_BY_NAME = 200;

/** Lists are counted this far; one more than this stands for "more than that", so that a list costs the same however long. */
export const COUNTED_UP_TO = 10_000;
