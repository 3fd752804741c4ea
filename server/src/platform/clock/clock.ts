import { localDateIn, type LocalDate } from '@tongxing/shared/kernel';

/** The only source of time. Injected, so that a test decides what day it is. */
export abstract class Clock {
  abstract now(): Date;

  /** The instant as it is stored: ISO 8601, UTC, milliseconds; lexical order is time order. */
  nowIso(): string {
    return this.now().toISOString();
  }

  today(timeZone: string): LocalDate {
    return localDateIn(this.now(), timeZone);
  }
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is moved. */
export class FixedClock extends Clock {
  #at: Date;

  constructor(at: string) {
    super();
    this.#at = new Date(at);
  }

  override now(): Date {
    return new Date(this.#at);
  }

  advance(milliseconds: number): void {
    this.#at = new Date(this.#at.getTime() + milliseconds);
  }

  set(at: string): void {
    this.#at = new Date(at);
  }
}
