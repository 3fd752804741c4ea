// The bytes of an uploaded file, up to a limit that its first bytes decide. They stay in memory: nothing unsealed ever lies
// on the disk, and a broken line leaves nothing behind.
import type { IncomingMessage } from 'node:http';
import { HEAD_BYTES } from './file-kind.js';

/** Bytes beyond the limit that are read and dropped, so that the answer reaches an honest client; then the line is cut. */
const PATIENCE_BYTES = 8 * 1024 * 1024;

export type Upload =
  | { readonly kind: 'WHOLE'; readonly bytes: Buffer }
  | { readonly kind: 'TOO_LARGE'; readonly limit: number }
  | { readonly kind: 'UNWANTED'; readonly head: Buffer };

/** `limitFor` says how many bytes such a beginning may have, or undefined where it is unwanted. Rejects when the line breaks. */
export function readUpload(request: IncomingMessage, limitFor: (head: Buffer) => number | undefined): Promise<Upload> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    let limit: number | undefined;
    let most = Infinity;
    const refuse = (answer: Upload): void => {
      chunks = [];
      most = size + PATIENCE_BYTES;
      resolve(answer);
    };
    /** Once the beginning is there, or all there is. */
    const judge = (): void => {
      const head = Buffer.concat(chunks).subarray(0, HEAD_BYTES);
      limit = limitFor(head);
      if (limit === undefined) refuse({ kind: 'UNWANTED', head });
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) request.destroy();
      if (most !== Infinity) return;
      chunks.push(chunk);
      if (limit === undefined && size >= HEAD_BYTES) judge();
      if (limit !== undefined && size > limit) refuse({ kind: 'TOO_LARGE', limit });
    });
    request.once('end', () => {
      if (limit === undefined && most === Infinity) judge();
      resolve({ kind: 'WHOLE', bytes: Buffer.concat(chunks) });
    });
    request.once('error', reject);
    const cutOff = (): void => reject(new UploadCutOff());
    // It may have broken off while it was asked who sends it: then no event comes any more.
    if (request.destroyed) cutOff();
    request.once('close', cutOff);
  });
}

/** Whoever sent it has gone: there is nobody to answer. */
export class UploadCutOff extends Error {
  constructor() {
    super('the upload was cut off');
  }
}
