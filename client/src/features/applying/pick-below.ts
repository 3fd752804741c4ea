/** A whole number below `below`, below 256, that nobody can guess: each as likely as the others. */
export function pickBelow(below: number): number {
  const limit = 256 - (256 % below);
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < limit) return byte % below;
  }
}
