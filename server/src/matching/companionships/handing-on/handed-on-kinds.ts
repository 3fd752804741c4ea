/** What of an earlier pair the next companion may read: its goals, where and how often they met, open steps, single notes. */
export const HANDED_ON_KINDS = ['GOALS', 'MEETING', 'STEPS', 'NOTE'] as const;
export type HandedOnKind = (typeof HANDED_ON_KINDS)[number];
