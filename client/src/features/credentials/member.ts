// A colleague with the certificates they hold, as the page has them.
import type { QualificationsQuery } from '../../gql/graphql.js';

export type Member = QualificationsQuery['staffList']['members'][number];
