import { deviceOf, sessionToken } from '../../platform/auth/index.js';
import type { GraphqlContext } from '../../platform/graphql/index.js';
import type { Visit } from '../accounts.js';

/** What a request says of where it comes from. */
export function visitOf({ request, address }: GraphqlContext): Visit {
  return {
    address,
    device: deviceOf(request.headers['user-agent'], address),
    cookie: sessionToken(request.headers.cookie),
  };
}
