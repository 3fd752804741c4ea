// Lines of a year's catalogue: written, changed, taken out or back, and taken over from the year before.
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, toCommonPayload, type CommonError } from '../../platform/graphql/index.js';
import type { CompanyYear } from '../company-year.entities.js';
import { CompanyYears } from '../company-years.js';
import { YearBoards } from '../year-boards.js';
import { YearLines } from '../year-lines.js';
import {
  CloseYearEntryInput,
  RemoveYearEntryInput,
  SaveYearEntryInput,
  TakeOverYearInput,
} from './company-year.inputs.js';
import { CompanyYearResult } from './company-year.types.js';
import { toYear } from './to-company-year.js';

type Answer = Promise<typeof CompanyYearResult>;
const idOf = (id: string) => fromGlobalId('CompanyYear', id) ?? '';
const entryOf = (id: string) => fromGlobalId('CompanyYearEntry', id) ?? '';

@Resolver()
export class YearLinesResolver {
  constructor(
    private readonly years: CompanyYears,
    private readonly lines: YearLines,
    private readonly boards: YearBoards,
  ) {}

  @Mutation(() => CompanyYearResult, { description: 'Adds a line to the catalogue, or changes one.' })
  @Allow('companyYear.plan')
  async saveYearEntry(
    @Args('input') { companyYearId, entryId, version, childCount, ...rest }: SaveYearEntryInput,
    @Context('actor') actor: PersonActor,
  ): Answer {
    const fields = {
      ...{ ...rest, children: childCount, venueId: fromGlobalId('Venue', rest.venueId) ?? '' },
      activityIds: rest.activityIds.map((id) => fromGlobalId('Activity', id) ?? ''),
    };
    const known = entryId == null ? undefined : { id: entryOf(entryId), version: version ?? 0 };
    const saved = await this.years.saveEntry(actor, idOf(companyYearId), fields, known);
    return saved.ok ? toYear(await this.boards.byId(actor.agencyId, saved.value.yearId)) : toCommonPayload(saved.error);
  }

  @Mutation(() => CompanyYearResult, { description: 'Takes a line out of a catalogue that nobody has seen.' })
  @Allow('companyYear.plan')
  async removeYearEntry(
    @Args('input') { companyYearId, entryId }: RemoveYearEntryInput,
    @Context('actor') actor: PersonActor,
  ): Answer {
    return this.#year(actor, await this.years.removeEntry(actor, idOf(companyYearId), entryOf(entryId)));
  }

  @Mutation(() => CompanyYearResult, {
    description: 'Takes back a line that companies have seen; whoever wished for it is told and reads why.',
  })
  @Allow('companyYear.plan')
  async closeYearEntry(
    @Args('input') { companyYearId, entryId, version, reason }: CloseYearEntryInput,
    @Context('actor') actor: PersonActor,
  ): Answer {
    const line = { id: entryOf(entryId), version, reason };
    return this.#year(actor, await this.lines.closeEntry(actor, idOf(companyYearId), line));
  }

  @Mutation(() => CompanyYearResult, {
    description: 'Brings in lines of the latest year before, on the same days of the week.',
  })
  @Allow('companyYear.plan')
  async takeOverYear(
    @Args('input') { companyYearId }: TakeOverYearInput,
    @Context('actor') actor: PersonActor,
  ): Answer {
    return this.#year(actor, await this.lines.takeOver(actor, idOf(companyYearId)));
  }

  async #year({ agencyId }: PersonActor, outcome: Result<CompanyYear, CommonError>): Answer {
    if (!outcome.ok) return toCommonPayload(outcome.error);
    return toYear(await this.boards.one(agencyId, outcome.value.year));
  }
}
