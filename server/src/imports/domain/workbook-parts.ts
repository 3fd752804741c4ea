// The two things a reader of values leaves out: which part of a workbook a sheet is, and which cells are merged.

/** Path of each sheet's part by the sheet's name. */
export function partOfSheets(workbook: string, relations: string): ReadonlyMap<string, string> {
  const targets = new Map(
    elements(relations, 'Relationship').map((element) => [attribute(element, 'Id'), attribute(element, 'Target')]),
  );
  return new Map(
    elements(workbook, 'sheet').map((element) => {
      const target = targets.get(attribute(element, 'r:id')) ?? '';
      return [unescape(attribute(element, 'name')), target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
}

export interface MergedDown {
  /** Rows and column from 0. */
  readonly from: number;
  readonly to: number;
  readonly column: number;
}
const MAX_MERGES = 10_000;

/** Merged cells that reach over several rows: what they say is said of each of these rows. */
export function mergedDown(sheet: string): MergedDown[] {
  return elements(sheet, 'mergeCell')
    .slice(0, MAX_MERGES)
    .flatMap((element) => {
      const [, column = '', from = '', to = ''] =
        /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(attribute(element, 'ref')) ?? [];
      return Number(to) > Number(from)
        ? [{ from: Number(from) - 1, to: Number(to) - 1, column: columnOf(column) }]
        : [];
    });
}

/** Row (from 1) of the first formula whose answer was never stored, as some programs write them; its cell would read as blank. */
export function unansweredFormula(sheet: string): number | undefined {
  const row =
    /<(?:\w+:)?c\s[^>]*?\br="[A-Z]+(\d+)"[^>]*>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>\s*)?<\/(?:\w+:)?c>/.exec(
      sheet,
    )?.[1];
  return row === undefined ? undefined : Number(row);
}

/** 0 for A, 26 for AA. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Tags of this name, as they stand; a prefix such as `x:` is allowed. */
const elements = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];

const attribute = (element: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(element)
    ?.slice(1)
    .find((text) => text !== undefined) ?? '';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescape = (text: string): string =>
  text
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
