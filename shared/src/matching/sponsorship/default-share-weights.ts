// The table of weights for sponsorships from which an agency starts.
import type { ShareWeights } from './types.js';

/** Version 1. A share earns weight × grade for each criterion, the grade going from 0 to 100. */
export const DEFAULT_SHARE_WEIGHTS: ShareWeights = {
  version: 1,
  criteria: [
    {
      criterion: 'continuity',
      weight: 50,
      why: 'A child whom this sponsor already knows need not be told of a new one.',
    },
    {
      criterion: 'priority',
      weight: 40,
      why: 'Where shares are scarce, the more pressing need comes first; the social worker set the level.',
    },
    {
      criterion: 'waiting',
      weight: 20,
      why: 'Between children of equal need, who has waited longer comes first.',
    },
    {
      criterion: 'wishes',
      weight: 10,
      why: 'A sponsor whose wish is met stays longer; it weighs less than any need.',
    },
  ],
};
