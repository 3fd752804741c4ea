// Which columns an address asks for. The first names the row and always stands; the order is the list's own.

export interface Choosable {
  readonly key: string;
  /** Not shown until somebody chooses it. */
  readonly off?: boolean;
}

/** The columns that an address asks for; those that usually stand where it says nothing that is known. */
export function chosenColumns<Column extends Choosable>(all: readonly Column[], asked: string): readonly Column[] {
  const wanted = new Set(asked.split(',').filter((key) => all.some((column) => column.key === key)));
  if (wanted.size === 0) return all.filter(({ off }) => !off);
  return all.filter(({ key }, index) => index === 0 || wanted.has(key));
}

/** What the address says once these columns are chosen; nothing for those that usually stand. */
export function askFor(all: readonly Choosable[], keys: ReadonlySet<string>): string {
  const usual = all.filter(({ off }) => !off).map(({ key }) => key);
  const chosen = all.filter(({ key }, index) => index === 0 || keys.has(key)).map(({ key }) => key);
  return chosen.join() === usual.join() ? '' : chosen.join(',');
}
