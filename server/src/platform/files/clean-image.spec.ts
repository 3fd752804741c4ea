// Photos, drawn anew: what must not come through, and what must.
import sharp from 'sharp';
import { HTML, MARKER, phonePhoto, pixelBomb, pngScan, polyglot, SVG, webpScan } from '../testing/papers.js';
import { cleanImage } from './clean-image.js';

const clean = async (bytes: Buffer, kind: 'JPEG' | 'PNG' | 'WEBP' = 'JPEG'): Promise<Buffer> => {
  const cleaned = await cleanImage(bytes, kind);
  if (!cleaned.ok) throw new Error(cleaned.error.code);
  return cleaned.value;
};

describe('an image is refused that', () => {
  it('unpacks to more pixels than a camera takes', async () => {
    expect(await cleanImage(await pixelBomb(), 'PNG')).toEqual({
      ok: false,
      error: { code: 'IMAGE_TOO_MANY_PIXELS', limit: 40 },
    });
  });

  it.each([
    ['was cut in the middle', async () => (await phonePhoto(640, 400)).subarray(0, 900), 'JPEG'],
    ['is a drawing with a script', () => Promise.resolve(Buffer.from(SVG)), 'PNG'],
    ['is a page of HTML', () => Promise.resolve(Buffer.from(HTML)), 'JPEG'],
    ['is of another kind than its first bytes said', pngScan, 'JPEG'],
    ['is empty', () => Promise.resolve(Buffer.alloc(0)), 'JPEG'],
  ] as const)('%s', async (_what, bytes, kind) => {
    expect(await cleanImage(await bytes(), kind)).toEqual({ ok: false, error: { code: 'IMAGE_UNREADABLE' } });
  });
});

describe('a photo', () => {
  it('loses place, camera and words, and stands upright', async () => {
    const photo = await phonePhoto(320, 200);
    const before = await sharp(photo).metadata();
    expect(before.exif?.includes(Buffer.from(MARKER))).toBe(true);
    expect([before.orientation, before.width]).toEqual([6, 320]);
    const after = await clean(photo);
    const { exif, icc, xmp, iptc, orientation, width, height, format } = await sharp(after).metadata();
    expect({ exif, icc, xmp, iptc, orientation }).toEqual({});
    expect([format, width, height]).toEqual(['jpeg', 200, 320]);
    expect(after.includes(Buffer.from(MARKER))).toBe(false);
  });

  it('loses the page that hides behind it', async () => {
    const after = await clean(await polyglot());
    expect(after.includes(Buffer.from('<script>'))).toBe(false);
  });

  it('is no larger than a legible page', async () => {
    const { width, height } = await sharp(await clean(await phonePhoto(6000, 3000))).metadata();
    expect([width, height]).toEqual([1500, 3000]);
  });

  it('leaves as a JPEG, from PNG and WebP too', async () => {
    for (const [bytes, kind] of [[await pngScan(), 'PNG'] as const, [await webpScan(), 'WEBP'] as const]) {
      expect((await sharp(await clean(bytes, kind)).metadata()).format).toBe('jpeg');
    }
  });

  it('waits for its turn where many come at once', async () => {
    const photos = await Promise.all(Array.from({ length: 7 }, (_, number) => phonePhoto(100 + number, 50)));
    const cleaned = await Promise.all(photos.map((photo) => clean(photo)));
    const heights = await Promise.all(cleaned.map(async (photo) => (await sharp(photo).metadata()).height));
    expect(heights).toEqual([100, 101, 102, 103, 104, 105, 106]);
  });

  it('is the first picture of several', async () => {
    const frame = { create: { width: 20, height: 10, channels: 3, background: '#fff' } } as const;
    const frames = [
      await sharp(frame).png().toBuffer(),
      await sharp({ create: { ...frame.create, background: '#000' } })
        .png()
        .toBuffer(),
    ];
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const { width, height } = await sharp(await clean(moving, 'WEBP')).metadata();
    expect([width, height]).toEqual([20, 10]);
  });
});
