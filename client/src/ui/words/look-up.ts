/** The entry of a table for a code that came from the server; undefined for one that the table does not have. */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, code: string): Value | undefined {
  // `toString` and its like stand behind every object and are no entries.
  return Object.hasOwn(table, code) ? table[code] : undefined;
}
