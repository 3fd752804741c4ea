import { BackupRefused } from '../backup/refused.js';
import type { KeyRing } from '../crypto/key-ring.js';
import { grouped } from './base32.js';
import { ringFromBytes } from './ring-secret.js';
import { combine } from './shamir.js';
import type { SheetShare } from './share-lines.js';

export interface NamedSheet extends SheetShare {
  /** What to call it when something is wrong with it. */
  readonly name: string;
}

/** The ring that these sheets give together. Throws `BackupRefused` where they do not belong together or are too few. */
export function joinSheets(sheets: readonly NamedSheet[]): { readonly ring: KeyRing; readonly generation: string } {
  const [first] = sheets;
  if (!first) throw new BackupRefused('没有分片。There is no share.');
  requireTogether(sheets);
  const { generation, threshold } = first;
  if (sheets.length < threshold) {
    throw new BackupRefused(
      `还差 ${threshold - sheets.length} 份：要 ${threshold} 份才能合成，现在有 ${sheets.length} 份。${sheets.length} of ${threshold} shares are here; fewer than ${threshold} tell nothing.`,
    );
  }
  const ring = ringFromBytes(combine(sheets));
  if (!ring) {
    throw new BackupRefused(
      '这些分片合不成密钥，可能有一份是伪造的。These shares give no key: one of them may have been made up.',
    );
  }
  return { ring, generation };
}

/** Of one export, and each of them once. */
export function requireTogether(sheets: readonly NamedSheet[]): void {
  const seen = new Map<number, NamedSheet>();
  const [first] = sheets;
  for (const sheet of sheets) {
    if (first && sheet.generation !== first.generation) {
      throw new BackupRefused(
        `${sheet.name} 属于 ${grouped(sheet.generation)}，${first.name} 属于 ${grouped(first.generation)}：不是同一次导出的。These shares are of different exports: use shares of one.`,
      );
    }
    const twin = seen.get(sheet.index);
    if (twin) {
      throw new BackupRefused(
        `${sheet.name} 和 ${twin.name} 是同一份（第 ${sheet.index} 份）。This is the same share twice (no. ${sheet.index}).`,
      );
    }
    seen.set(sheet.index, sheet);
  }
}
