/** The filter of an address: waiting, accompanied, or both. */
export function waitingFilter(value: string): boolean | null {
  if (value === 'true') return true;
  return value === 'false' ? false : null;
}
