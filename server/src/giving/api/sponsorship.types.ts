import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  SPONSORSHIP_ENDS,
  SPONSORSHIP_STATES,
  type SponsorshipEnd,
  type SponsorshipState,
} from '@tongxing/shared/states';
import { Graded } from '../../platform/access/index.js';
import {
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  StaleVersion,
  toGlobalId,
  TransitionRefused,
  UserError,
} from '../../platform/graphql/index.js';
import { SPONSORSHIP_STEPS, type SponsorshipStep } from '../sponsorships.js';
import type { SponsorshipView } from '../sponsorships.repository.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

const SponsorshipStateEnum = words(SPONSORSHIP_STATES);
registerEnumType(SponsorshipStateEnum, { name: 'SponsorshipState', description: 'Where a sponsorship stands (SM6).' });
const SponsorshipEndEnum = words(SPONSORSHIP_ENDS);
registerEnumType(SponsorshipEndEnum, { name: 'SponsorshipEnd', description: 'How a sponsorship ended (SM6).' });
const SponsorshipStepEnum = words(SPONSORSHIP_STEPS);
registerEnumType(SponsorshipStepEnum, {
  name: 'SponsorshipStep',
  description: 'What a worker does with a sponsorship.',
});

@ObjectType('Donor', { description: 'Somebody who gives, as the case team knows them.' })
@Graded('sponsorship', 'G2')
export class DonorType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
}

@ObjectType('Sponsorship', { description: 'A donor stands beside a child; as the case team reads it.' })
@Graded('sponsorship', 'G2')
export class SponsorshipType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Name of the donor.' }) donorName: string;
  @Field(() => SponsorshipStateEnum, { description: 'Where it stands.' }) state: SponsorshipState;
  @Field(() => LocalDateType, { nullable: true, description: 'Since when it is active.' }) startsOn: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'When it ended.' }) endsOn: string | null;
  @Field(() => SponsorshipEndEnum, { nullable: true, description: 'How it ended.' }) endReason: SponsorshipEnd | null;
  @Field(() => Int, { description: 'To be passed back with a change.' }) version: number;
}

@ObjectType({ implements: () => [UserError], description: 'The family has not agreed that donors read this (H21).' })
@Graded('G0')
export class ConsentMissing extends UserError {}

@ObjectType({ implements: () => [UserError], description: 'This donor stands beside this child already.' })
@Graded('G0')
export class AlreadyMatched extends UserError {}

@InputType()
export class MatchSponsorInput {
  @Field(() => ID, { description: 'Which child.' }) childId: string;
  @Field(() => ID, { description: 'Which donor, by person.' }) personId: string;
  @Field({ description: 'The client’s own id of this; a retry with it finds the same sponsorship.' }) requestId: string;
}

@InputType()
export class StepSponsorshipInput {
  @Field(() => ID, { description: 'Which sponsorship.' }) sponsorshipId: string;
  @Field(() => SponsorshipStepEnum, { description: 'What is done.' }) step: SponsorshipStep;
  @Field(() => SponsorshipEndEnum, { nullable: true, description: 'How it ends, where it does.' })
  endReason?: SponsorshipEnd | null;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
}

export const MatchSponsorResult = createUnionType({
  name: 'MatchSponsorResult',
  types: () => [SponsorshipType, AlreadyMatched, InvalidInput, NotFound] as const,
});
export const StepSponsorshipResult = createUnionType({
  name: 'StepSponsorshipResult',
  types: () => [SponsorshipType, ConsentMissing, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
});

export const toSponsorship = (view: SponsorshipView, donorName: string): SponsorshipType =>
  make(SponsorshipType, {
    id: toGlobalId('Sponsorship', view.id),
    donorName,
    state: view.state,
    startsOn: view.startsOn ?? null,
    endsOn: view.endsOn ?? null,
    endReason: view.endReason ?? null,
    version: view.version,
  });
