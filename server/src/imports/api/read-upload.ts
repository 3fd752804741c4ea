// The bytes of an uploaded file, up to a limit.
import type { IncomingMessage } from 'node:http';

/** Bytes beyond the limit that are read and dropped, so that the answer reaches an honest client; then the line is cut. */
const PATIENCE_BYTES = 8 * 1024 * 1024;

/** All bytes, or undefined where there are more than `limit`. Rejects when the line breaks. */
export function readUpload(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      resolve(undefined);
      if (size > limit + PATIENCE_BYTES) request.destroy();
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('aborted', () => reject(new Error('the upload was cut off')));
  });
}
