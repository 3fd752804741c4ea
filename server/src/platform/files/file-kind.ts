// What a file is, by its first bytes: neither its name nor what a browser says of it is asked.

/** What is taken in. An image of whichever kind leaves as a JPEG. */
export type FileKind = 'JPEG' | 'PNG' | 'WEBP' | 'PDF';
export const FILE_KINDS: readonly FileKind[] = ['JPEG', 'PNG', 'WEBP', 'PDF'];

const MEGABYTE = 1024 * 1024;
export const MAX_IMAGE_BYTES = 10 * MEGABYTE;
export const MAX_PDF_BYTES = 20 * MEGABYTE;

export const byteLimit = (kind: FileKind): number => (kind === 'PDF' ? MAX_PDF_BYTES : MAX_IMAGE_BYTES);

/** So many bytes tell the kind. */
export const HEAD_BYTES = 12;

const at = (head: Buffer, start: number, text: string): boolean =>
  head.subarray(start, start + text.length).equals(Buffer.from(text, 'latin1'));

export function kindOf(head: Buffer): FileKind | undefined {
  if (at(head, 0, '\xff\xd8\xff')) return 'JPEG';
  if (at(head, 0, '\x89PNG\r\n\x1a\n')) return 'PNG';
  if (at(head, 0, 'RIFF') && at(head, 8, 'WEBP')) return 'WEBP';
  return at(head, 0, '%PDF-') ? 'PDF' : undefined;
}

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'];

/** A photo in the form that phones of one maker keep: it cannot be read here, but its owner can be told what to do. */
export const isHeic = (head: Buffer): boolean => at(head, 4, 'ftyp') && HEIC_BRANDS.some((brand) => at(head, 8, brand));
