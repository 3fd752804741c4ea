// What the palette shows of a search for people; the face brings the search along, since the shell knows no API.

export interface PersonHit {
  readonly id: string;
  readonly kind: 'CHILD' | 'VOLUNTEER';
  readonly name: string;
  /** The part of the name that was meant. */
  readonly match: { readonly from: number; readonly to: number };
  readonly path: string;
}

export interface PeopleHits {
  /** Nothing asked, on the way, there, or not to be had now. */
  readonly state: 'IDLE' | 'SEARCHING' | 'READY' | 'FAILED';
  readonly hits: readonly PersonHit[];
  /** Whether there are others than these. */
  readonly more: boolean;
}

/** People for what was typed so far; a hook, the same one for the life of the shell. */
export type UsePeopleHits = (typed: string) => PeopleHits;
