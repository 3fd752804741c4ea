// One progress card as its page has it.
import type { ProgressCardQuery } from '../../gql/graphql.js';

export type Card = NonNullable<ProgressCardQuery['progressCard']>;
