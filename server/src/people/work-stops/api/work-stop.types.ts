import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Graded } from '../../../platform/access/index.js';
import { InstantType, InvalidInput, make, NotFound, toGlobalId, UserError } from '../../../platform/graphql/index.js';
import { STOP_REASONS, type StopReason } from '../stop-reasons.js';
import { STOP_REFUSALS, type StopRefusal, type WorkStanding } from '../work-stops.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

const StopReasonEnum = words(STOP_REASONS);
registerEnumType(StopReasonEnum, { name: 'StopReason', description: 'Why somebody stops working at once.' });
const StopRefusalEnum = words(STOP_REFUSALS);
registerEnumType(StopRefusalEnum, {
  name: 'StopRefusal',
  description: 'Why the viewer may not stop, or may not let work again.',
});

@ObjectType('StopConsequences', { description: 'What a stop would end at this moment.' })
@Graded('person', 'G1')
class StopConsequences {
  @Field(() => Int, { description: 'Devices that are signed in.' }) devices: number;
  @Field(() => Int, { description: 'Invitations to them, and by them, that nobody has used yet.' }) invitations: number;
  @Field(() => Int, { description: 'Companionships that run, and would pause.' }) companionships: number;
  @Field(() => Int, { description: 'Personal links of guardians that they have made and seen.' }) links: number;
}

@ObjectType('WorkStop', { description: 'Since when somebody does no work.' })
@Graded('person', 'G2')
class WorkStopType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => InstantType, { description: 'From this instant on.' }) stoppedAt: string;
  @Field(() => String, { nullable: true, description: 'Who stopped them; null where nobody knows any more.' })
  stoppedByName: string | null;
  @Field({ description: 'Whether the viewer did: letting them work again needs somebody else.' }) byViewer: boolean;
  @Field(() => StopReasonEnum, { nullable: true, description: 'For directors and whoever stopped them; else null.' })
  reason: StopReason | null;
  @Field(() => String, { nullable: true, description: 'What was written down, for the same readers.' })
  words: string | null;
}

@ObjectType('WorkStanding', { description: 'Whether somebody of the agency may work, and what a stop would end.' })
@Graded('person', 'G2')
export class WorkStandingType {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
  @Field({ description: 'Full name.' }) name: string;
  @Field(() => WorkStopType, { nullable: true, description: 'The stop that stands; null where they may work.' })
  stop: WorkStopType | null;
  @Field(() => StopConsequences, { description: 'What it would end now.' }) consequences: StopConsequences;
  @Field(() => StopRefusalEnum, {
    nullable: true,
    description: 'Why the viewer may not stop them; null where they may.',
  })
  refusal: StopRefusal | null;
}

@ObjectType('StopRefused', { implements: () => [UserError], description: 'This person may not do that here.' })
@Graded('person', 'G1')
export class StopRefused extends UserError {
  @Field(() => StopRefusalEnum, { description: 'Why.' }) why: StopRefusal;
}

@ObjectType('PausedAccount', {
  description: 'Whom to call, told to whoever comes with the cookie of an ended session.',
})
@Graded('G0')
export class PausedAccountType {
  @Field({ description: 'The agency that answers questions.' }) agencyName: string;
  @Field(() => String, { nullable: true, description: 'Its phone number.' }) contactPhone: string | null;
}

@InputType()
export class StopWorkInput {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
  @Field(() => StopReasonEnum, { description: 'Goes to the audit as a code.' }) reason: StopReason;
  @Field({ description: 'In plain words, at most 500 characters; needed for OTHER. Sealed.' }) words: string;
}

@InputType()
export class ResumeWorkInput {
  @Field(() => ID, { description: 'The stop to lift.' }) stopId: string;
  @Field({ description: 'Why they may work again, at most 500 characters. Sealed.' }) words: string;
}

export const StopWorkResult = createUnionType({
  name: 'StopWorkResult',
  types: () => [WorkStandingType, StopRefused, InvalidInput, NotFound] as const,
});
export const ResumeWorkResult = createUnionType({
  name: 'ResumeWorkResult',
  types: () => [WorkStandingType, StopRefused, InvalidInput, NotFound] as const,
});

/** `knows`: whether this viewer may read what stood behind the stop. */
export function toStanding(standing: WorkStanding, viewer: { readonly personId: string; readonly director: boolean }) {
  const { stop, consequences } = standing;
  const byViewer = stop?.stoppedBy === viewer.personId;
  const knows = byViewer || viewer.director;
  return make(WorkStandingType, {
    personId: toGlobalId('Person', standing.personId),
    name: standing.name,
    stop: stop
      ? make(WorkStopType, {
          id: toGlobalId('WorkStop', stop.id),
          stoppedAt: stop.stoppedAt,
          stoppedByName: stop.stoppedByName ?? null,
          byViewer,
          reason: knows ? stop.reason : null,
          words: knows ? (stop.words ?? null) : null,
        })
      : null,
    consequences: make(StopConsequences, { ...consequences }),
    refusal: standing.refusal ?? null,
  });
}
