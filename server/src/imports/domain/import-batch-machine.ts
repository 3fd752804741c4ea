// The life of an imported roster: nothing counts before a second person has looked at it.
import type { Machine } from '@tongxing/shared/states';

export type ImportState = 'STAGED' | 'IMPORTED' | 'CONFIRMED' | 'DISCARDED';

export const IMPORT_MACHINE: Machine<ImportState> = {
  STAGED: { to: ['IMPORTED', 'DISCARDED'] },
  IMPORTED: { to: ['CONFIRMED'] },
  CONFIRMED: { to: [] },
  DISCARDED: { to: [] },
};
