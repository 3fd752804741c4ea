// Between which numbers a volunteer's offer lies; the form and the server ask the same.
export const VOLUNTEER_RANGES = {
  /** Children they are willing to accompany. */
  places: { least: 0, most: 10 },
  /** As far as they travel; as the agency's own setting. */
  travelMetres: { least: 500, most: 100_000 },
} as const;
