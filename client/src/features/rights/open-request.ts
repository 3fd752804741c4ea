// One request of a person as its page has it.
import type { RightsRequestQuery } from '../../gql/graphql.js';

export type OpenRequest = NonNullable<RightsRequestQuery['rightsRequest']>;
