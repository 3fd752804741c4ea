import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { toBuffer } from 'qrcode';
import sharp from 'sharp';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { codesIn } from './codes-in-image.js';

/** A scene in which a small picture hangs askew, as somebody photographs a wall. */
async function photoOf(sign: Buffer, angle: number): Promise<Buffer> {
  const input = await sharp(sign).rotate(angle, { background: '#fff' }).toBuffer();
  const wall = { width: 1600, height: 1200, channels: 3, background: '#8aa' } as const;
  return sharp({ create: wall })
    .composite([{ input, left: 700, top: 300 }])
    .jpeg()
    .toBuffer();
}

describe('codes in a picture', () => {
  it('are none where there are none', async () => {
    const plain = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#efe' } })
      .jpeg()
      .toBuffer();
    expect(await codesIn(plain)).toEqual([]);
  });

  it.each([0, 17, 200])('are read askew, by %i degrees, with what they lead to', async (angle) => {
    const sign = await toBuffer('https://example.org/who?child=1', { width: 300 });
    expect(await codesIn(await photoOf(sign, angle))).toEqual([
      { format: 'QRCode', leadsTo: 'https://example.org/who?child=1' },
    ]);
  });

  it('may be bar codes too', async () => {
    const path = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');
    const wasmBinary = new Uint8Array(readFileSync(path)).buffer;
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
    const { image } = await writeBarcode('STUDENT-20150304', { format: 'Code128', scale: 4 });
    if (!image) throw new Error('the bar code was not drawn');
    const found = await codesIn(await photoOf(Buffer.from(await image.arrayBuffer()), 0));
    expect(found.map(({ leadsTo }) => leadsTo)).toEqual(['STUDENT-20150304']);
  });
});
