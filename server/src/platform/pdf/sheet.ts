// What stands on a printed sheet, said without any library: headings, paragraphs, facts, tables, lists.

export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly quiet?: boolean }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A drawn signature: moves and lines within a field of 320 by 120. */
  | { readonly kind: 'strokes'; readonly path: string }
  /** What a telephone's camera reads. */
  | { readonly kind: 'code'; readonly text: string };

export interface PdfSheet {
  readonly language: 'zh-CN' | 'en';
  readonly title: string;
  /** Whose paper it is; stands beside the mark at the head of the first page. */
  readonly agency: string;
  /** One line below the title: for whom, as of when. */
  readonly subtitle: string;
  readonly blocks: readonly PdfBlock[];
}

/** Says whether the font can draw a character. */
export type Ink = (codePoint: number) => boolean;

export interface Inked {
  readonly sheet: PdfSheet;
  /** Characters that were written by their number, each once. */
  readonly missing: readonly string[];
}

const SPACE = /\s/u;

/**
 * The sheet with every character that the font lacks written by its number, `〔U+20BB7〕`: a rare name keeps its sign,
 * where a box would lose it.
 */
export function inkedSheet(sheet: PdfSheet, ink: Ink): Inked {
  const missing = new Set<string>();
  const say = (text: string): string =>
    [...text.normalize('NFC').replace(/\r\n?/g, '\n')]
      .map((sign) => {
        const code = sign.codePointAt(0) ?? 0;
        if (SPACE.test(sign) || ink(code)) return sign;
        if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(sign)) return '';
        missing.add(sign);
        return `〔U+${code.toString(16).toUpperCase()}〕`;
      })
      .join('');
  const block = (one: PdfBlock): PdfBlock => {
    switch (one.kind) {
      case 'heading':
      case 'paragraph':
        return { ...one, text: say(one.text) };
      case 'facts':
        return { ...one, rows: one.rows.map(([label, value]) => [say(label), say(value)] as const) };
      case 'table':
        return { ...one, head: one.head.map(say), rows: one.rows.map((row) => row.map(say)) };
      case 'list':
        return { ...one, items: one.items.map(say) };
      case 'strokes':
      case 'code':
        return one;
    }
  };
  const { title, agency, subtitle, blocks } = sheet;
  const inked = { title: say(title), agency: say(agency), subtitle: say(subtitle), blocks: blocks.map(block) };
  return { sheet: { ...sheet, ...inked }, missing: [...missing] };
}
