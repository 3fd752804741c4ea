// Files as people and attackers send them, made here: no sample of anybody's is kept.
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A line that is looked for in what is kept and given out. */
export const MARKER = 'planted-marker-7f3a';

/** What a phone writes into a photo: where and with what it was taken. */
const CAMERA = {
  IFD0: { Make: 'TestPhone', ImageDescription: MARKER, Copyright: MARKER },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 26/1' },
};

const paper = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#f4efe4' } });

/** A photo on its side, with place and camera: upright it is `height` wide. */
export const phonePhoto = (width = 320, height = 200): Promise<Buffer> =>
  paper(width, height).withExif(CAMERA).withMetadata({ orientation: 6 }).withExifMerge(CAMERA).jpeg().toBuffer();

export const pngScan = (): Promise<Buffer> => paper(80, 60).png().toBuffer();
export const webpScan = (): Promise<Buffer> => paper(80, 60).webp().toBuffer();

/** A few kilobytes that unpack to 49 megapixels. */
export const pixelBomb = (): Promise<Buffer> => paper(7000, 7000).png({ compressionLevel: 9 }).toBuffer();

/** A true photo with a page of script behind it, for whoever would take it as HTML. */
export const polyglot = async (): Promise<Buffer> =>
  Buffer.concat([await phonePhoto(), Buffer.from(`<html><script>alert("${MARKER}")</script></html>`)]);

export const SVG = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`;
export const HTML = `<!doctype html><script>alert("${MARKER}")</script>`;
export const heic = (): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)]);

/** A PDF of these objects; its cross references are as loose as many scanners write them. */
export const pdf = (...objects: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.flatMap((object, index) => [
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]),
    Buffer.from('trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ]);

export const PAGES = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'] as const;

/** Objects packed together, where the text of the file does not show them. */
export const objectStream = (inside: string): Buffer => {
  const packed = deflateSync(Buffer.from(inside));
  return Buffer.concat([
    Buffer.from(`<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
};
