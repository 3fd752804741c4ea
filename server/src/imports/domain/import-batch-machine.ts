// The life of an imported roster: nothing counts before a second person has looked at it.
import type { Machine } from '@tongxing/shared/states';

export type ImportState = 'STAGED' | 'IMPORTED' | 'CONFIRMED' | 'DISCARDED';

export const IMPORT_MACHINE: Machine<ImportState> = {
  STAGED: { to: ['IMPORTED', 'DISCARDED'] },
  // Back out as one, as long as nothing stands on anybody of it (`ImportUndo`).
  IMPORTED: { to: ['CONFIRMED', 'DISCARDED'] },
  CONFIRMED: { to: ['DISCARDED'] },
  DISCARDED: { to: [] },
};
