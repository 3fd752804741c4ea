import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Agencies } from '../../people/index.js';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { FIGURE_CODES, familyFigure, type FamilyFigure, type FigureCode } from './domain/family-figures.js';
import { FigureCounts } from './figure-counts.js';
import { HouseholdsBehind, type Behind } from './households-behind.js';

export interface FiguresWanted {
  /** The day on which dated facts must stand; the agency's today where none is named. */
  readonly on?: LocalDate | undefined;
  /** As outsiders may have them: no cell below five. */
  readonly outside: boolean;
}

/** The agency's figures of families and of volunteers grown from service. */
@Injectable()
export class FamilyFigures {
  constructor(
    private readonly counts: FigureCounts,
    private readonly households: HouseholdsBehind,
    private readonly agencies: Agencies,
  ) {}

  async of(
    actor: PersonActor,
    { on, outside }: FiguresWanted,
  ): Promise<{ readonly on: LocalDate; readonly figures: readonly FamilyFigure[] }> {
    const rows = rowsFor(actor, 'figure.read');
    const day = await this.#day(actor, on);
    const figures: FamilyFigure[] = [];
    for (const code of FIGURE_CODES) {
      figures.push(familyFigure(code, await this.counts.of(code, rows, day), outside));
    }
    return { on: day, figures };
  }

  /** The households that one part counts; undefined where there is no such part. */
  async behind(
    actor: PersonActor,
    { figure, part, on }: { readonly figure: FigureCode; readonly part: string; readonly on?: LocalDate | undefined },
    bounds: { readonly offset: number; readonly limit: number },
  ): Promise<Behind | undefined> {
    const day = await this.#day(actor, on);
    return this.households.of(rowsFor(actor, 'figure.read'), { figure, part, on: day }, bounds);
  }

  async #day(actor: PersonActor, on: LocalDate | undefined): Promise<LocalDate> {
    return on ?? this.agencies.today(actor.agencyId);
  }
}
