// What protects the own account beside the password.
import type { MyFactorsQuery } from '../../gql/graphql.js';

export type Mine = MyFactorsQuery['myFactors'];
export type Factor = Mine['factors'][number];
