import {
  Args,
  Context,
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import {
  fromGlobalId,
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  toCommonPayload,
} from '../../../platform/graphql/index.js';
import { VolunteerChanges } from '../volunteer-changes.js';
import { CORRECTION_REASONS, VolunteerCorrections, type CorrectionReason } from '../volunteer-corrections.js';
import { WeeklyTimeInput } from './own-times.resolver.js';
import { toVolunteer, VolunteerType } from './volunteer.types.js';

@InputType()
class ChangeVolunteerInput {
  @Field(() => ID, { description: 'Which volunteer.' }) volunteerId: string;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
  @Field(() => [String], { description: 'Language codes, all of them.' }) languages: string[];
  @Field(() => [String], { description: 'Skill codes, all of them.' }) skills: string[];
  @Field(() => [WeeklyTimeInput], { description: 'When they are free, all of it.' }) freeTimes: WeeklyTimeInput[];
  @Field(() => String, { nullable: true, description: 'Code of an area that is open; missing: not known.' })
  areaCode?: string | null;
  @Field(() => Int, { description: 'Children they are willing to accompany, from 0 to 10.' }) places: number;
  @Field(() => Int, { nullable: true, description: 'As far as they travel, in metres; missing: the agency’s setting.' })
  travelMetres?: number | null;
}

const CorrectionReasonEnum = Object.fromEntries(CORRECTION_REASONS.map((reason) => [reason, reason])) as Record<
  CorrectionReason,
  CorrectionReason
>;
registerEnumType(CorrectionReasonEnum, {
  name: 'VolunteerCorrectionReason',
  description: 'Why a number or a birth date on file is put right; a code for the audit.',
});

@InputType()
class CorrectVolunteerInput {
  @Field(() => ID, { description: 'Which volunteer.' }) volunteerId: string;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
  @Field({ description: 'Phone number on file; what they sign in with stays as it is.' }) phone: string;
  @Field(() => LocalDateType, { description: 'Day of birth.' }) birthDate: LocalDate;
  @Field(() => CorrectionReasonEnum, { description: 'Why.' }) reason: CorrectionReason;
}

const ChangeVolunteerResult = createUnionType({
  name: 'ChangeVolunteerResult',
  types: () => [VolunteerType, InvalidInput, NotFound, StaleVersion] as const,
});

@Resolver()
export class VolunteerChangeResolver {
  constructor(
    private readonly changes: VolunteerChanges,
    private readonly corrections: VolunteerCorrections,
  ) {}

  @Mutation(() => ChangeVolunteerResult, {
    description: 'Puts the phone number and the birth date on file right; who may serve follows at once.',
  })
  @Allow('volunteer.change')
  async correctVolunteer(
    @Args('input') { volunteerId, ...input }: CorrectVolunteerInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ChangeVolunteerResult> {
    const correction = { ...input, volunteerId: fromGlobalId('Volunteer', volunteerId) ?? '' };
    const outcome = await this.corrections.correct(actor, correction);
    return outcome.ok ? toVolunteer(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => ChangeVolunteerResult, {
    description: 'Changes what a volunteer brings along; nothing of whether they may serve.',
  })
  @Allow('volunteer.change')
  async changeVolunteer(
    @Args('input') { volunteerId, areaCode, travelMetres, ...input }: ChangeVolunteerInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ChangeVolunteerResult> {
    const outcome = await this.changes.change(actor, {
      ...input,
      volunteerId: fromGlobalId('Volunteer', volunteerId) ?? '',
      areaCode: areaCode ?? null,
      travelMetres: travelMetres ?? null,
    });
    return outcome.ok ? toVolunteer(outcome.value) : toCommonPayload(outcome.error);
  }
}
