// Two processors are often one that pretends: whatever counts on the one slows the other by a third, at any priority. So
// the matching process stands still while somebody is answered, and goes on in between (ADR-0026).

/** Stood so long in one piece, and still somebody is answered: it goes on for a while all the same. */
const LONGEST_STAND_MS = 100;
/** A stand that would be shorter is not begun. */
const SHORTEST_STAND_MS = 50;
/** For each millisecond that it has gone it may stand two: a third of the time is its own, whoever asks for whatever. */
const STAND_FOR_GOING = 2;

export interface Steps {
  readonly stand: () => void;
  readonly go: () => void;
  /** Milliseconds from any beginning. */
  readonly now: () => number;
  /** Calls once, later; what it gives calls it off. */
  readonly after: (ms: number, call: () => void) => () => void;
}

/** When a process beside the requests stands still, and when it goes on. */
export class GivesWay {
  #isStanding = false;
  #isInTheWay = false;
  #may = LONGEST_STAND_MS;
  #since: number;
  #callOff = (): void => undefined;

  constructor(private readonly steps: Steps) {
    this.#since = steps.now();
  }

  /** Whether anybody is answered now whom its going would slow down. */
  heed(isInTheWay: boolean): void {
    if (isInTheWay === this.#isInTheWay) return;
    this.#isInTheWay = isInTheWay;
    this.#decide();
  }

  /** It is gone, or has to hear: it goes, and never stands again. */
  end(): void {
    this.#isInTheWay = false;
    this.#decide();
  }

  #decide(): void {
    this.#callOff();
    this.#callOff = () => undefined;
    const now = this.steps.now();
    const passed = now - this.#since;
    this.#since = now;
    this.#may = this.#isStanding
      ? this.#may - passed
      : Math.min(LONGEST_STAND_MS, this.#may + passed * STAND_FOR_GOING);
    if (this.#isStanding && (!this.#isInTheWay || this.#may <= 0)) this.#step(false);
    else if (!this.#isStanding && this.#isInTheWay && this.#may >= SHORTEST_STAND_MS) this.#step(true);
    if (!this.#isInTheWay) return;
    const ms = this.#isStanding ? this.#may : (SHORTEST_STAND_MS - this.#may) / STAND_FOR_GOING;
    this.#callOff = this.steps.after(Math.max(1, ms), () => this.#decide());
  }

  #step(stands: boolean): void {
    this.#isStanding = stands;
    if (stands) this.steps.stand();
    else this.steps.go();
  }
}
