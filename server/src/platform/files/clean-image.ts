// Draws an uploaded image anew: pixels stay, everything else goes – place and camera (EXIF), colour profiles, comments, and
// whatever hides behind or inside of it.
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { FileKind } from './file-kind.js';

export const MAX_MEGAPIXELS = 40;
/** A page of A4 stays legible. */
const LONGEST_EDGE = 3000;
const QUALITY = 85;
const SECONDS = 20;

const MILLION = 1_000_000;

export type ImageProblem =
  | { readonly code: 'IMAGE_UNREADABLE' }
  /** In megapixels. */
  | { readonly code: 'IMAGE_TOO_MANY_PIXELS'; readonly limit: number };

type Sharp = (typeof import('sharp'))['default'];
let loaded: Promise<Sharp> | undefined;

/** With the first image, not with the start: it brings a large binary. */
function sharpWithoutMemory(): Promise<Sharp> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    // Each image is somebody's: none is kept in memory after its turn.
    sharp.cache(false);
    return sharp;
  });
  return loaded;
}

/** A large photo takes a few hundred megabytes while it is drawn: two at once, the others wait. */
const AT_ONCE = 2;
const waiting: (() => void)[] = [];
let drawing = 0;

async function inTurn<T>(draw: () => Promise<T>): Promise<T> {
  if (drawing >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else drawing += 1;
  try {
    return await draw();
  } finally {
    // The turn goes on to whoever waits longest.
    const next = waiting.shift();
    if (next) next();
    else drawing -= 1;
  }
}

/** A JPEG the right way up, of the first picture where there are several; refused where it cannot be drawn whole. */
export async function cleanImage(bytes: Buffer, kind: Exclude<FileKind, 'PDF'>): Promise<Result<Buffer, ImageProblem>> {
  const options = { limitInputPixels: MAX_MEGAPIXELS * MILLION, failOn: 'error', pages: 1 } as const;
  const sharp = await sharpWithoutMemory();
  try {
    const { format, width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
    if (format.toUpperCase() !== kind) return err({ code: 'IMAGE_UNREADABLE' });
    // By what the header claims, before a single pixel is unpacked.
    if (width * height > options.limitInputPixels) return err({ code: 'IMAGE_TOO_MANY_PIXELS', limit: MAX_MEGAPIXELS });
    const drawn = sharp(bytes, options)
      .autoOrient()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: SECONDS });
    return ok(await inTurn(() => drawn.toBuffer()));
  } catch {
    return err({ code: 'IMAGE_UNREADABLE' });
  }
}
