// What people are reminded of: each module that keeps something with a last day says so while the application starts.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { ReminderKind } from '@tongxing/shared/rules';

/** Of how many, how many are there, and how many of these still miss something. */
export interface ReminderNumbers {
  readonly people: number;
  readonly joined: number;
  readonly waiting: number;
}
/** Something of somebody that has a last day. */
export interface RemindedFact {
  readonly kind: ReminderKind;
  /** Which of several of one kind (an id, at most 80 signs); left out where there is one. */
  readonly matter?: string | undefined;
  readonly personId: PersonId;
  /** Last day on which it counts, or by which it is due. */
  readonly lastDay: LocalDate;
  /** On which day they were told of it in other words: a step whose own day was not later is not said again. */
  readonly toldOn?: LocalDate | undefined;
  /** Days before the last day on which it is said, the farthest first; left out: the usual ones. */
  readonly steps?: readonly number[] | undefined;
  /** What is told in numbers. */
  readonly numbers?: ReminderNumbers | undefined;
  /** Page on which the person does something about it. */
  readonly path: string;
}

/** Between which last days a source is asked, both included. */
export interface DueBetween {
  readonly today: LocalDate;
  readonly from: LocalDate;
  readonly until: LocalDate;
}
export type RemindedSource = (agencyId: AgencyId, between: DueBetween) => Promise<readonly RemindedFact[]>;

@Injectable()
export class RemindedFacts {
  readonly #sources: RemindedSource[] = [];

  /** A source tells whatever has its last day within the span; outside of it nothing is heeded. */
  add(source: RemindedSource): void {
    this.#sources.push(source);
  }

  async due(agencyId: AgencyId, between: DueBetween): Promise<RemindedFact[]> {
    const facts: RemindedFact[] = [];
    for (const source of this.#sources) facts.push(...(await source(agencyId, between)));
    return facts.filter(({ lastDay }) => lastDay >= between.from && lastDay <= between.until);
  }
}
