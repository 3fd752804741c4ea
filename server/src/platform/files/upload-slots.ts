/** Uploads wait in memory until they are sealed, so only so many come in at once. */
const AT_ONCE = 8;
const AT_ONCE_EACH = 3;

/** Who is uploading just now, in this process. */
export class UploadSlots {
  readonly #busy = new Map<string, number>();

  /** Gives back the slot, or undefined where none is free for this person. */
  take(personId: string): (() => void) | undefined {
    const own = this.#busy.get(personId) ?? 0;
    const all = [...this.#busy.values()].reduce((sum, count) => sum + count, 0);
    if (own >= AT_ONCE_EACH || all >= AT_ONCE) return undefined;
    this.#busy.set(personId, own + 1);
    return () => {
      const left = (this.#busy.get(personId) ?? 1) - 1;
      if (left > 0) this.#busy.set(personId, left);
      else this.#busy.delete(personId);
    };
  }
}
