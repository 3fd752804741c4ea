// Sets of volunteers as bits, so that a rule is asked of 32 volunteers at once.

export class Bitset {
  readonly words: Int32Array;

  constructor(size: number) {
    this.words = new Int32Array((size + 31) >>> 5);
  }

  add(index: number): void {
    const word = index >>> 5;
    this.words[word] = (this.words[word] ?? 0) | (1 << (index & 31));
  }

  copyFrom(other: Bitset): void {
    this.words.set(other.words);
  }

  clear(): void {
    this.words.fill(0);
  }

  keepOnly(other: Bitset): void {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) & (other.words[i] as number);
  }

  addAll(other: Bitset): void {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) | (other.words[i] as number);
  }

  /** Calls with each index, ascending. */
  forEach(visit: (index: number) => void): void {
    for (let word = 0; word < this.words.length; word++) {
      let bits = this.words[word] as number;
      while (bits !== 0) {
        visit((word << 5) + 31 - Math.clz32(bits & -bits));
        bits &= bits - 1;
      }
    }
  }
}
