// Writes one JSON answer, compressed as the browser asks for it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Below this the head of a compressed answer weighs as much as is won. */
const SMALLEST_COMPRESSED = 1024;
/** The default of 11 is meant for files that are compressed once. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const encoders = { br: promisify(brotliCompress), gzip: promisify(gzip) };

export async function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
): Promise<void> {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Vary', 'Accept-Encoding');
  const encoding = text.length < SMALLEST_COMPRESSED ? undefined : encodingFor(request.headers['accept-encoding']);
  const body = encoding ? await compressed(encoding, text) : text;
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}

const compressed = (encoding: 'br' | 'gzip', text: string): Promise<Buffer> =>
  encoding === 'br' ? encoders.br(text, BROTLI) : encoders.gzip(text);

/** What the browser takes, brotli before gzip; undefined where it takes neither, or said that it refuses them. */
export function encodingFor(accepted: string | string[] | undefined): 'br' | 'gzip' | undefined {
  if (accepted === undefined) return undefined;
  const offers = String(accepted).toLowerCase().split(',');
  const takes = (name: string) =>
    offers.some((offer) => {
      const [coding, quality] = offer.split(';').map((part) => part.trim());
      return coding === name && !/^q=0(\.0*)?$/.test(quality ?? '');
    });
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}
