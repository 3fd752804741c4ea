import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  REFUSAL_GROUNDS,
  RIGHTS,
  RIGHTS_STATES,
  type RefusalGround,
  type Right,
  type RightsState,
} from '@tongxing/shared/rules';
import { Graded, OfGrade } from '../../platform/access/index.js';
import {
  Connection,
  InstantType,
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  StaleVersion,
  toGlobalId,
  TransitionRefused,
} from '../../platform/graphql/index.js';
import { ASKED_BY, type AskedBy } from '../asked-by.js';
import type { RightsView } from '../rights-store.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

const RightEnum = words(RIGHTS);
registerEnumType(RightEnum, { name: 'Right', description: 'What somebody may ask about what is kept of them.' });
const RightsStateEnum = words(RIGHTS_STATES);
registerEnumType(RightsStateEnum, { name: 'RightsState', description: 'Where such a request stands.' });
const GroundEnum = words(REFUSAL_GROUNDS);
registerEnumType(GroundEnum, { name: 'RefusalGround', description: 'On what a refusal rests.' });
const AskedByEnum = words(ASKED_BY);
registerEnumType(AskedByEnum, { name: 'AskedBy', description: 'Who spoke for whom.' });

@ObjectType('MyRightsRequest', { description: 'What the viewer asked about what is kept of them, or of their child.' })
@Graded('rights', 'G2')
export class MyRightsRequestType {
  @Field(() => ID, { description: 'Opaque id; the same as for the agency.' }) id: string;
  @Field(() => RightEnum, { description: 'What was asked.' }) right: Right;
  @Field(() => RightsStateEnum, { description: 'Where it stands.' }) state: RightsState;
  @Field(() => InstantType, { description: 'When it arrived.' }) askedAt: string;
  @Field(() => LocalDateType, { description: 'The day by which there is an answer.' }) dueOn: string;
  @Field(() => String, { nullable: true, description: 'Their own words.' }) words: string | null;
  @Field(() => String, { nullable: true, description: 'What they find wrong.' }) about: string | null;
  @Field(() => String, { nullable: true, description: 'What should stand there.' }) shouldBe: string | null;
  @Field(() => GroundEnum, { nullable: true, description: 'On what a refusal rests.' }) ground: RefusalGround | null;
  @Field(() => String, { nullable: true, description: 'The written reason of a refusal.' }) reason: string | null;
  @Field(() => String, { nullable: true, description: 'What stood there before it was put right.' })
  before: string | null;
  @Field(() => String, { nullable: true, description: 'What stands there now.' }) after: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When it was answered.' }) decidedAt: string | null;
  @Field(() => InstantType, { nullable: true, description: 'Until when the file lies ready.' })
  readyUntil: string | null;
  @Field(() => Int, { description: 'For taking it back.' }) version: number;
}

@ObjectType('RightsRequest', { description: 'What somebody asked about what is kept of them; for the agency.' })
@Graded('rights', 'G2')
export class RightsRequestType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ID, { description: 'The person it is about.' }) @OfGrade('G4') personId: string;
  @Field({ description: 'Their name; a dash where they were erased.' }) @OfGrade('G4') personName: string;
  @Field(() => AskedByEnum, { description: 'Who spoke.' }) askedBy: AskedBy;
  @Field(() => RightEnum, { description: 'What was asked.' }) right: Right;
  @Field(() => RightsStateEnum, { description: 'Where it stands.' }) state: RightsState;
  @Field(() => InstantType, { description: 'When it arrived.' }) askedAt: string;
  @Field(() => LocalDateType, { description: 'The day it arrived, where the agency is.' }) askedOn: string;
  @Field(() => LocalDateType, { description: 'The day by which there must be an answer.' }) dueOn: string;
  @Field(() => String, { nullable: true, description: 'Their own words.' }) @OfGrade('G5') words: string | null;
  @Field(() => String, { nullable: true, description: 'What they find wrong.' }) @OfGrade('G5') about: string | null;
  @Field(() => String, { nullable: true, description: 'What should stand there.' })
  @OfGrade('G5')
  shouldBe: string | null;
  @Field(() => GroundEnum, { nullable: true, description: 'On what a refusal rests.' }) ground: RefusalGround | null;
  @Field(() => String, { nullable: true, description: 'The written reason.' }) @OfGrade('G5') reason: string | null;
  @Field(() => String, { nullable: true, description: 'What stood there before.' }) @OfGrade('G5') before:
    string | null;
  @Field(() => String, { nullable: true, description: 'What stands there now.' }) @OfGrade('G5') after: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When it was answered.' }) decidedAt: string | null;
  @Field(() => String, { nullable: true, description: 'Who answered.' }) decidedBy: string | null;
  @Field(() => InstantType, { nullable: true, description: 'Until when the file lies ready.' })
  readyUntil: string | null;
  @Field(() => Int, { description: 'For answering.' }) version: number;
}
export const RightsRequestConnection = Connection(() => RightsRequestType, 'RightsRequest');

@InputType()
export class AskForRightInput {
  @Field(() => RightEnum, { description: 'What is asked.' }) right: Right;
  @Field(() => String, { nullable: true, description: 'Own words; for a transfer, where to. 2,000 characters.' })
  words?: string | null;
  @Field(() => String, { nullable: true, description: 'For a correction: what is wrong; 100 characters.' })
  about?: string | null;
  @Field(() => String, { nullable: true, description: 'For a correction: what should stand there; 500 characters.' })
  shouldBe?: string | null;
  @Field({ description: 'The client’s own id of this; a retry with it finds the same request.' }) requestId: string;
}
@InputType()
export class TakeBackRightInput {
  @Field(() => ID, { description: 'Which request.' }) rightsRequestId: string;
  @Field(() => Int, { description: 'As it was read.' }) version: number;
}
@InputType()
export class GiveRightInput {
  @Field(() => ID, { description: 'Which request.' }) rightsRequestId: string;
  @Field(() => Int, { description: 'As it was read.' }) version: number;
  @Field(() => String, { nullable: true, description: 'For a correction: what stood there.' }) before?: string | null;
  @Field(() => String, { nullable: true, description: 'For a correction: what stands there now.' })
  after?: string | null;
}
@InputType()
export class RefuseRightInput {
  @Field(() => ID, { description: 'Which request.' }) rightsRequestId: string;
  @Field(() => Int, { description: 'As it was read.' }) version: number;
  @Field(() => GroundEnum, { description: 'On what it rests.' }) ground: RefusalGround;
  @Field({ description: 'The reason that the asker reads; left out where the law keeps records.' }) reason: string;
}

export const AskForRightResult = createUnionType({
  name: 'AskForRightResult',
  types: () => [MyRightsRequestType, InvalidInput, NotFound] as const,
});
export const TakeBackRightResult = createUnionType({
  name: 'TakeBackRightResult',
  types: () => [MyRightsRequestType, NotFound, StaleVersion, TransitionRefused] as const,
});
export const AnswerRightResult = createUnionType({
  name: 'AnswerRightResult',
  types: () => [RightsRequestType, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
});

const shared = ({
  id,
  right,
  state,
  askedAt,
  dueOn,
  asked,
  answer,
  ground,
  decidedAt,
  readyUntil,
  version,
}: RightsView) => ({
  ...{ id: toGlobalId('RightsRequest', id), right, state, askedAt, dueOn, version },
  words: asked.words ?? null,
  about: asked.about ?? null,
  shouldBe: asked.shouldBe ?? null,
  ground: ground ?? null,
  reason: answer.reason ?? null,
  before: answer.before ?? null,
  after: answer.after ?? null,
  decidedAt: decidedAt ?? null,
  readyUntil: readyUntil ?? null,
});

export const toMine = (view: RightsView): MyRightsRequestType => make(MyRightsRequestType, shared(view));

export function toRequest(view: RightsView, names: ReadonlyMap<string, string>): RightsRequestType {
  return make(RightsRequestType, {
    ...shared(view),
    personId: toGlobalId('Person', view.personId),
    personName: names.get(view.personId) ?? '—',
    askedBy: view.askedBy,
    askedOn: view.askedOn,
    decidedBy: names.get(view.decidedBy ?? '') ?? null,
  });
}
