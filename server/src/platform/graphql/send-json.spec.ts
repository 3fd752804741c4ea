import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { encodingFor, sendJson } from './send-json.js';

const LONG = JSON.stringify({ text: '同行'.repeat(1_000) });

/** The head and the bytes that one answer consists of. */
async function answerTo(accepted: string | undefined, text: string) {
  const request = new IncomingMessage(new Socket());
  if (accepted !== undefined) request.headers['accept-encoding'] = accepted;
  const response = new ServerResponse(request);
  let body: Buffer = Buffer.alloc(0);
  response.end = (chunk: unknown) => {
    body = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    return response;
  };
  await sendJson(request, response, 200, text);
  return { body, encoding: response.getHeader('content-encoding'), length: response.getHeader('content-length') };
}

describe('one JSON answer', () => {
  it.each([[undefined], ['identity'], ['deflate'], ['gzip;q=0'], ['gzip; q=0.0, br;q=0'], ['brotli, gzipped']])(
    'is left as it is for %s',
    (accepted) => {
      expect(encodingFor(accepted)).toBeUndefined();
    },
  );

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
  ])('for %s is sent as %s', (accepted, expected) => {
    expect(encodingFor(accepted)).toBe(expected);
  });

  it('is not compressed where it is short', async () => {
    const { body, encoding } = await answerTo('br, gzip', '{"data":null}');
    expect([body.toString(), encoding]).toEqual(['{"data":null}', undefined]);
  });

  it('says its length in bytes, and opens to the same text', async () => {
    const plain = await answerTo(undefined, LONG);
    expect([plain.body.toString(), plain.length]).toEqual([LONG, Buffer.byteLength(LONG)]);
    const packed = await answerTo('br', LONG);
    expect([brotliDecompressSync(packed.body).toString(), packed.length]).toEqual([LONG, packed.body.length]);
    expect(gunzipSync((await answerTo('gzip', LONG)).body).toString()).toBe(LONG);
  });
});
