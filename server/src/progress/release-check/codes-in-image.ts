// QR and bar codes in a picture, and what each leads to: a photo of a poster tells a telephone where to go.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export interface CodeInImage {
  /** As its standard calls it: `QRCode`, `EAN13`, … */
  readonly format: string;
  readonly leadsTo: string;
}

const MOST = 20;
/** A code that a telephone reads at arm's length is large enough in this; more pixels only take longer. */
const EDGE = 1_600;
const LONGEST_SHOWN = 300;

/** Of a JPEG that was drawn anew. */
export async function codesIn(jpeg: Buffer): Promise<CodeInImage[]> {
  const read = await reader();
  const { default: sharp } = await import('sharp');
  const small = await sharp(jpeg)
    .resize({ width: EDGE, height: EDGE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 90 })
    .toBuffer();
  const found = await read(new Uint8Array(small), { tryHarder: true, tryInvert: true, maxNumberOfSymbols: MOST });
  return found
    .filter(({ isValid }) => isValid)
    .map(({ format, text }) => ({ format, leadsTo: text.slice(0, LONGEST_SHOWN) }));
}

let loading: ReturnType<typeof load> | undefined;
/** With the first picture: a server that checks none carries none of it. */
const reader = () => (loading ??= load());

/** From our own disk: by itself the library would fetch its program from another host. */
async function load() {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasmBinary = new Uint8Array(await readFile(path)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return readBarcodes;
}
