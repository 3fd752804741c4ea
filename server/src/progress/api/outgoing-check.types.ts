import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RELEASE_AUDIENCES, type ReleaseAudience } from '@tongxing/shared/release-check';
import { Graded, OfGrade } from '../../platform/access/index.js';
import { InstantType, make, toGlobalId } from '../../platform/graphql/index.js';
import { OUTGOING_FORMS, type OutgoingForm } from '../release-check/outgoing.js';
import type { CheckView } from '../release-check/outgoing-checks.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;
const ReleaseAudienceEnum = words(RELEASE_AUDIENCES);
registerEnumType(ReleaseAudienceEnum, { name: 'ReleaseAudience', description: 'Who something is sent to.' });
const OutgoingFormEnum = words(OUTGOING_FORMS);
registerEnumType(OutgoingFormEnum, { name: 'OutgoingForm', description: 'In which form something leaves.' });

@ObjectType('ReleaseCheck', {
  description: 'Somebody looked at what was to leave, and at every mark on it; what it says is not kept.',
})
@Graded('release', 'G1')
export class ReleaseCheckType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => OutgoingFormEnum, { description: 'In which form it leaves.' }) form: OutgoingForm;
  @Field(() => ReleaseAudienceEnum, { description: 'Who it is sent to.' }) audience: ReleaseAudience;
  @Field(() => Int, { description: 'How many places were marked when it was looked at.' }) marks: number;
  @Field(() => InstantType, { description: 'When it was looked at first.' }) checkedAt: string;
  @Field({ description: 'Who looked first.' }) @OfGrade('G2') checkedBy: string;
  @Field({ description: 'Whether the reader was that person, and so is not the second.' }) own: boolean;
  @Field(() => InstantType, { nullable: true, description: 'When a second person looked.' }) secondAt: string | null;
  @Field({ description: 'Whether it may leave: everybody who is asked has looked.' }) done: boolean;
}

export const toReleaseCheck = (view: CheckView, checkedBy: string, reader: string): ReleaseCheckType =>
  make(ReleaseCheckType, {
    id: toGlobalId('ReleaseCheck', view.id),
    ...{ form: view.form, audience: view.audience, marks: view.marks, checkedAt: view.checkedAt, checkedBy },
    own: view.checkedBy === reader,
    secondAt: view.secondAt ?? null,
    done: view.done,
  });
