// One pair's requests are nothing to another pair.
import { createHash } from 'node:crypto';

/** The client's own id of a request, tied to the pair for which it was made; 43 characters. */
export const requestKeyOf = (pairId: string, requestId: string): string =>
  createHash('sha256').update(`${pairId}\n${requestId}`).digest('base64url');
