/** Enough to recognise one's own number or address, too little to learn another's: `138****8000`, `z***@example.org`. */
export function maskIdentifier(identifier: string): string {
  const at = identifier.indexOf('@');
  if (at > 0) return `${identifier.slice(0, 1)}***${identifier.slice(at)}`;
  const digits = identifier.replace(/^\+86/, '');
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
