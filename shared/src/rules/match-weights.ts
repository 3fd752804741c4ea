// The table of weights an agency starts from; its own table, kept on the server, takes this one's place.
import type { MatchWeights } from '../matching/types.js';

/** Version 1. A pair earns weight × grade for each criterion, the grade going from 0 to 100. */
export const DEFAULT_WEIGHTS: MatchWeights = {
  version: 1,
  criteria: [
    {
      criterion: 'continuity',
      weight: 50,
      why: 'A child who knew this companion need not begin again with a stranger; broken ties hurt most.',
    },
    {
      criterion: 'priority',
      weight: 40,
      why: 'Where companions are scarce, the more pressing need comes first; the social worker set the level.',
    },
    {
      criterion: 'sharedHours',
      weight: 30,
      why: 'A companionship lives from meeting every week: the more common time, the sooner a missed meeting is made up.',
    },
    {
      criterion: 'skillsForNeeds',
      weight: 25,
      why: 'What the volunteer brings along should answer what the assessment found.',
    },
    {
      criterion: 'travel',
      weight: 20,
      why: 'Near companions come more reliably, and nobody spends the afternoon on a bus.',
    },
    {
      criterion: 'waiting',
      weight: 20,
      why: 'Between children of equal need, who has waited longer comes first; nobody is overtaken for ever.',
    },
    {
      criterion: 'sharedLanguage',
      weight: 10,
      why: 'One common language is required; hearing the dialect of home beside it makes trust easier.',
    },
    {
      criterion: 'sameGender',
      weight: 5,
      why: 'Slightly easier for many children; what child or family asked for is a hard rule, not a weight.',
    },
  ],
};

/** A weight beyond this could not be told from a hard rule; it also keeps every score within 32 bits. */
export const MOST_WEIGHT = 10_000;
