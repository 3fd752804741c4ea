import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import { LocalDateType, pageBounds, toConnection } from '../../../platform/graphql/index.js';
import type { FigureCode } from '../domain/family-figures.js';
import { FamilyFigures } from '../family-figures.js';
import { FamilyFiguresType, FigureCodeEnum, HouseholdBehindConnection, toBehind, toFigures } from './figure.types.js';

@Resolver()
export class FiguresResolver {
  constructor(private readonly figures: FamilyFigures) {}

  @Query(() => FamilyFiguresType, { description: 'Figures of families and of volunteers grown from service.' })
  @Allow('figure.read')
  async familyFigures(
    @Context('actor') actor: PersonActor,
    @Args('on', { type: () => LocalDateType, nullable: true, description: 'As of which day; missing: today.' })
    on?: LocalDate | null,
    @Args('outside', { type: () => Boolean, nullable: true, description: 'Without small cells, as outsiders have it.' })
    outside?: boolean | null,
  ): Promise<FamilyFiguresType> {
    const wanted = { on: on ?? undefined, outside: outside === true };
    const found = await this.figures.of(actor, wanted);
    return toFigures(found.on, wanted.outside, found.figures);
  }

  @Query(() => HouseholdBehindConnection, {
    nullable: true,
    description: 'Households that one part of a figure counts, by number; null where the figure has no such part.',
  })
  @Allow('figure.read')
  async householdsBehind(
    @Context('actor') actor: PersonActor,
    @Args('figure', { type: () => FigureCodeEnum, description: 'Which figure.' }) figure: FigureCode,
    @Args('part', { type: () => String, description: 'Code of the part; ALL for a mean.' }) part: string,
    @Args('on', { type: () => LocalDateType, nullable: true, description: 'As of which day; missing: today.' })
    on?: LocalDate | null,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string | null,
  ) {
    const bounds = pageBounds({ first, after });
    const found = await this.figures.behind(actor, { figure, part, on: on ?? undefined }, bounds);
    return found ? toConnection(found.households.map(toBehind), bounds.offset, found.total) : null;
  }
}
