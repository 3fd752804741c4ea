// Who asks for what is kept of somebody.

export const ASKED_BY = ['SELF', 'GUARDIAN', 'STAFF'] as const;
/** Who spoke: the person, a guardian by their link, or a colleague who wrote down what somebody said. */
export type AskedBy = (typeof ASKED_BY)[number];
