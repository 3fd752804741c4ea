/** How many operations are being answered just now, for work that is done beside them and can wait. */
export class RequestsUnderWay {
  #begun = 0;
  #aside = 0;
  readonly #listeners: (() => void)[] = [];

  /** One that only waits for work beside it is nobody whom that work could disturb. */
  get isAnyAnswered(): boolean {
    return this.#begun > this.#aside;
  }

  /** What it gives is called once, when it is answered or given up. */
  begin(): () => void {
    this.#count(1, 0);
    return () => this.#count(-1, 0);
  }

  /** For an operation that can do nothing until work beside it is done. */
  async aside<Value>(wait: Promise<Value>): Promise<Value> {
    this.#count(0, 1);
    try {
      return await wait;
    } finally {
      this.#count(0, -1);
    }
  }

  /** Hears each time that answering begins or is over. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #count(begun: number, aside: number): void {
    const was = this.isAnyAnswered;
    this.#begun += begun;
    this.#aside += aside;
    if (was !== this.isAnyAnswered) for (const listener of this.#listeners) listener();
  }
}
