// What stands beside a child: places in programmes, what else would fit, and the coverage grid (P13).
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { LocalDate } from '@tongxing/shared/kernel';
import { mayEnrol } from '@tongxing/shared/rules';
import { ChildType } from '../../children/index.js';
import { CompanionshipsRepository } from '../../matching/index.js';
import { OfGrade, rowsFor, type PersonActor } from '../../platform/access/index.js';
import { make, perRequest, type GraphqlContext } from '../../platform/graphql/index.js';
import { COMPANIONSHIP_TAGS, coverageOf, type Standing } from '../domain/coverage.js';
import { Enrolments, type Choice, type PlaceView } from '../enrolments.js';
import {
  CoverageCellType,
  ProgrammeChoiceType,
  ProgrammePlaceType,
  toCell,
  toFinding,
  toPlace,
  toProgramme,
} from './programmes.types.js';

@Resolver(() => ChildType)
export class ChildProgrammesResolver {
  constructor(
    private readonly enrolments: Enrolments,
    private readonly companionships: CompanionshipsRepository,
  ) {}

  @ResolveField(() => [ProgrammePlaceType], { description: 'Places in programmes, the latest first; ended ones too.' })
  @OfGrade('G5')
  async programmePlaces(@Parent() child: ChildType, @Context() context: GraphqlContext): Promise<ProgrammePlaceType[]> {
    return (await this.#places(context, child.view.id)).map(toPlace);
  }

  @ResolveField(() => [ProgrammeChoiceType], {
    description: 'Programmes in which the child has no place, with all that each asks; for whoever may give a place.',
  })
  @OfGrade('G5')
  async programmeChoices(
    @Parent() child: ChildType,
    @Context() context: GraphqlContext,
  ): Promise<ProgrammeChoiceType[]> {
    const actor = personOf(context);
    const loader = one(context, 'programme choices', async (ids: readonly string[]) => {
      const found = actor.permissions.has('programme.enrol') ? await this.enrolments.choices(actor, ids) : NONE;
      return ids.map((id): readonly Choice[] => found.get(id) ?? []);
    });
    return (await loader.load(child.view.id)).map(({ programme, held, findings }) =>
      make(ProgrammeChoiceType, {
        programme: toProgramme({ programme, held }),
        fits: mayEnrol(findings),
        findings: findings.map(toFinding),
      }),
    );
  }

  @ResolveField(() => [CoverageCellType], {
    description: 'Four levels with two kinds of support each, and what stands there.',
  })
  @OfGrade('G5')
  async coverage(@Parent() child: ChildType, @Context() context: GraphqlContext): Promise<CoverageCellType[]> {
    const places = await this.#places(context, child.view.id);
    const pairs = one(context, 'coverage pairs', async (ids: readonly string[]) => {
      const found = await this.companionships.holding(rowsFor(personOf(context), 'companionship.read'), ids);
      return ids.map((id) => found.filter(({ childId }) => childId === id));
    });
    const companions = await pairs.load(child.view.id);
    return coverageOf([
      ...places.filter(({ place }) => place.heldKey !== null).map(ofPlace),
      ...companions
        .filter(({ state }) => state === 'ACTIVE' || state === 'PAUSED')
        .map(({ id, startsOn }) => ({
          ...COMPANIONSHIP_TAGS,
          ...{ kind: 'COMPANIONSHIP' as const, id, name: undefined, nameEn: undefined, since: startsOn },
        })),
    ]).map(toCell);
  }

  #places(context: GraphqlContext, childId: string): Promise<readonly PlaceView[]> {
    const { agencyId } = personOf(context);
    const loader = one(context, 'programme places', async (ids: readonly string[]) => {
      const found = await this.enrolments.ofChildren(agencyId, ids);
      return ids.map((id): readonly PlaceView[] => found.filter(({ place }) => place.childId === id));
    });
    return loader.load(childId);
  }
}

const NONE: ReadonlyMap<string, readonly Choice[]> = new Map();

const ofPlace = ({ place, programme }: PlaceView): Standing => ({
  kind: 'PROGRAMME',
  level: programme.level,
  support: programme.support,
  id: programme.id,
  name: programme.name,
  nameEn: programme.nameEn ?? undefined,
  since: place.startsOn as LocalDate,
});

function personOf({ actor }: GraphqlContext): PersonActor {
  if (actor?.kind !== 'person') throw new Error('BUG: a child’s programmes were reached by nobody of the case team');
  return actor;
}

const one = <Value>(
  context: GraphqlContext,
  key: string,
  load: (ids: readonly string[]) => Promise<Value[]>,
): DataLoader<string, Value> => perRequest(context, key, () => new DataLoader<string, Value>(load));
