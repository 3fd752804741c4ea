// Turns the bytes of an uploaded roster into text, or says why that cannot be.
import { err, ok, type Result } from '@tongxing/shared/kernel';
import iconv from 'iconv-lite';

export const MAX_ROSTER_BYTES = 5 * 1024 * 1024;

export type RosterEncoding = 'UTF-8' | 'GBK';
export interface DecodedRoster {
  readonly text: string;
  readonly encoding: RosterEncoding;
}
export type DecodeProblem =
  | { readonly code: 'FILE_EMPTY' }
  | { readonly code: 'FILE_TOO_LARGE'; readonly limit: number; readonly actual: number }
  | { readonly code: 'FILE_NOT_TEXT' }
  | { readonly code: 'ENCODING_UNREADABLE' };

/** Reads UTF-8 (with or without a mark) and GBK (as GB18030, its superset, which rare name characters need). */
export function decodeRoster(bytes: Uint8Array): Result<DecodedRoster, DecodeProblem> {
  if (bytes.length === 0) return err({ code: 'FILE_EMPTY' });
  if (bytes.length > MAX_ROSTER_BYTES) {
    return err({ code: 'FILE_TOO_LARGE', limit: MAX_ROSTER_BYTES, actual: bytes.length });
  }
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return err({ code: 'ENCODING_UNREADABLE' });
  if (bytes.some(isBinary)) return err({ code: 'FILE_NOT_TEXT' });

  const utf8 = decodeUtf8(bytes);
  if (utf8 !== undefined) {
    return utf8.trim() === '' ? err({ code: 'FILE_EMPTY' }) : ok({ text: utf8, encoding: 'UTF-8' });
  }
  // a file that says UTF-8 and is not was cut or mixed; as GBK it would read as nonsense
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return err({ code: 'ENCODING_UNREADABLE' });
  const gbk = iconv.decode(bytes, 'gb18030');
  return /[\ufffd\u0080-\u009f]/.test(gbk) ? err({ code: 'ENCODING_UNREADABLE' }) : ok({ text: gbk, encoding: 'GBK' });
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether a file begins with these bytes. */
export function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** Control bytes that no text holds, but tab, line feed, form feed and carriage return. */
function isBinary(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d;
}
