// Writes rosters back as CSV that a spreadsheet opens without running anything.

/** Makes a cell safe for a spreadsheet: one that would be read as a formula gets a quote in front; data stay whole. */
export function neutraliseCell(text: string): string {
  return /^[\s\u200b-\u200f\ufeff]*[=+\-@＝＋－＠\t\r]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** A CSV file with a byte order mark, so that Excel reads its Chinese, each cell neutralised. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = neutraliseCell(text);
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
