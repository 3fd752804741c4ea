// One breach as the page has it.
import type { BreachesQuery } from '../../gql/graphql.js';

export type Breach = BreachesQuery['breaches'][number];
