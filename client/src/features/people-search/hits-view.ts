// From what the API found to what the palette shows.
import { assertUnreachable } from '@tongxing/shared/kernel';
import type { SearchPeopleQuery } from '../../gql/graphql.js';
import type { PeopleHits, PersonHit } from '../../ui/shell/desk/people-hits.js';

export const NO_HITS: PeopleHits = { state: 'IDLE', hits: [], more: false };

export function hitsOf(data: SearchPeopleQuery | undefined): PeopleHits {
  if (!data) return NO_HITS;
  const { people, more } = data.searchPeople;
  return { state: 'READY', hits: people.map((one) => ({ ...one, path: pathOf(one.kind, one.id) })), more };
}

function pathOf(kind: PersonHit['kind'], id: string): string {
  switch (kind) {
    case 'CHILD':
      return `/agency/children/${encodeURIComponent(id)}`;
    case 'VOLUNTEER':
      return `/agency/volunteers/${encodeURIComponent(id)}`;
    default:
      return assertUnreachable(kind);
  }
}
