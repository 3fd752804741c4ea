import { createHash } from 'node:crypto';
import { signsOf } from '@tongxing/shared/rules';

/** SHA-256, in hex, of a text's signs without white space: the same for the text and for a print of it. */
export const fingerprint = (text: string): string => createHash('sha256').update(signsOf(text)).digest('hex');
