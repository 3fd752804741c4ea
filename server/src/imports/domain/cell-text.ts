// Cleans what people and spreadsheets leave in a cell, without changing what it says.

/** Full-width forms narrowed, odd and doubled spaces, invisible marks and the quote of a neutralised cell removed. */
export function cleanText(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
}

/** One dash for the many that keyboards write. */
export function plainDashes(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212~\uff5e]/g, '-');
}

/** Whether a cell says "nothing" in words. */
export function saysNothing(text: string): boolean {
  return /^(无|没有|暂无|none|n\/a|-|\/)$/i.test(plainDashes(text));
}
