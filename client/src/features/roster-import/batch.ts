// One roster on its way in, as its page has it.
import type { ImportBatchQuery } from '../../gql/graphql.js';

export type Batch = NonNullable<ImportBatchQuery['importBatch']>;
