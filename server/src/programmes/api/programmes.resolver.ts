import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, type GraphqlContext } from '../../platform/graphql/index.js';
import { Enrolments, type EnrolmentError } from '../enrolments.js';
import { Programmes } from '../programmes.js';
import {
  ChangeProgrammeInput,
  CreateProgrammeInput,
  EndProgrammePlaceInput,
  EndProgrammePlaceResult,
  EnrolChildInput,
  EnrolChildResult,
  EnrolmentRefused,
  ProgrammePlaceType,
  ProgrammeType,
  SaveProgrammeResult,
  toCriteria,
  toFinding,
  toPlace,
  toProgramme,
} from './programmes.types.js';

@Resolver(() => ProgrammeType)
export class ProgrammesResolver {
  constructor(
    private readonly programmes: Programmes,
    private readonly enrolments: Enrolments,
  ) {}

  @Query(() => [ProgrammeType], {
    name: 'programmes',
    description: 'What the agency offers to children, the latest first.',
  })
  @Allow('programme.read')
  async allProgrammes(@Context('actor') { agencyId }: PersonActor): Promise<ProgrammeType[]> {
    return (await this.programmes.list(agencyId)).map(toProgramme);
  }

  @Query(() => ProgrammeType, { nullable: true, description: 'One programme; null where there is none.' })
  @Allow('programme.read')
  async programme(
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<ProgrammeType | null> {
    const found = await this.programmes.find(agencyId, fromGlobalId('Programme', id) ?? '');
    return found ? toProgramme(found) : null;
  }

  @ResolveField(() => [ProgrammePlaceType], {
    description: 'Places held by children whom the viewer may read, the earliest first.',
  })
  async currentPlaces(
    @Parent() programme: ProgrammeType,
    @Context() { actor }: GraphqlContext,
  ): Promise<ProgrammePlaceType[]> {
    if (actor?.kind !== 'person') return [];
    return (await this.enrolments.ofProgramme(actor, fromGlobalId('Programme', programme.id) ?? '')).map(toPlace);
  }

  @Mutation(() => SaveProgrammeResult, { description: 'Sets a programme up.' })
  @Allow('programme.change')
  async createProgramme(
    @Args('input') input: CreateProgrammeInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveProgrammeResult> {
    const outcome = await this.programmes.create(actor, fieldsOf(input));
    return outcome.ok ? toProgramme(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => SaveProgrammeResult, { description: 'Changes a programme; who has a place keeps it.' })
  @Allow('programme.change')
  async changeProgramme(
    @Args('input') input: ChangeProgrammeInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveProgrammeResult> {
    const id = fromGlobalId('Programme', input.programmeId) ?? '';
    const outcome = await this.programmes.change(actor, id, input.version, fieldsOf(input));
    return outcome.ok ? toProgramme(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => EnrolChildResult, { description: 'Gives a child a place from today on (P01).' })
  @Allow('programme.enrol')
  async enrolChild(
    @Args('input') { programmeId, childId, requestId }: EnrolChildInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof EnrolChildResult> {
    const outcome = await this.enrolments.enrol(actor, {
      programmeId: fromGlobalId('Programme', programmeId) ?? '',
      childId: fromGlobalId('Child', childId) ?? '',
      requestId: requestId.slice(0, LONGEST_REQUEST),
    });
    return outcome.ok ? toPlace(outcome.value) : toRefusal(outcome.error);
  }

  @Mutation(() => EndProgrammePlaceResult, { description: 'Ends a place; it is free for another child at once (P16).' })
  @Allow('programme.enrol')
  async endProgrammePlace(
    @Args('input') { programmePlaceId, endsOn, why }: EndProgrammePlaceInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof EndProgrammePlaceResult> {
    const placeId = fromGlobalId('ProgrammePlace', programmePlaceId) ?? '';
    const outcome = await this.enrolments.end(actor, { placeId, endsOn, reason: why });
    return outcome.ok ? toPlace(outcome.value) : toCommonPayload(outcome.error);
  }
}

const LONGEST_REQUEST = 64;

const fieldsOf = (input: CreateProgrammeInput) => ({
  name: input.name,
  nameEn: input.nameEn ?? undefined,
  purpose: input.purpose ?? undefined,
  level: input.level,
  support: input.support,
  criteria: toCriteria(input.criteria),
  places: input.places ?? undefined,
  startsOn: input.startsOn,
  endsOn: input.endsOn ?? undefined,
});

function toRefusal(error: EnrolmentError) {
  switch (error.code) {
    case 'NOT_FOUND':
      return toCommonPayload(error);
    case 'ENROLMENT_REFUSED': {
      const { code, why, findings, places } = error;
      const message = 'This place cannot be given now.';
      return make(EnrolmentRefused, { code, message, why, findings: findings.map(toFinding), places: places ?? null });
    }
    default:
      return assertUnreachable(error);
  }
}
