/** Makes a switch exhaustive: a new case that nobody handles does not compile. */
export function assertUnreachable(value: never): never {
  throw new Error(`BUG: unreachable case ${JSON.stringify(value)}`);
}
