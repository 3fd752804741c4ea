// Why a companionship ended, as far as everybody may know who reads of it.

/** Somebody decided it, or the companion's work was stopped; why it was stopped is not for every reader of the pair. */
export const END_CAUSES = ['DECIDED', 'STOP'] as const;
export type EndCause = (typeof END_CAUSES)[number];
