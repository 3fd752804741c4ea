import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CHOSEN_KINDS,
  FREQUENCIES,
  type ChosenKind,
  type Frequency,
  type MessageChannel,
} from '@tongxing/shared/rules';
import { ChannelEnum } from '../../../people/index.js';
import { Graded } from '../../../platform/access/index.js';
import { InvalidInput, StaleVersion } from '../../../platform/graphql/index.js';

const KindEnum = Object.fromEntries(CHOSEN_KINDS.map((kind) => [kind, kind])) as Record<ChosenKind, ChosenKind>;
registerEnumType(KindEnum, { name: 'MessageKind', description: 'What messages are about that one may choose for.' });

const FrequencyEnum = Object.fromEntries(FREQUENCIES.map((one) => [one, one])) as Record<Frequency, Frequency>;
registerEnumType(FrequencyEnum, {
  name: 'MessageFrequency',
  description: 'At once, together with others once a day or a week, or in the app only.',
});

@ObjectType('MessageKindChoice', { description: 'How often somebody hears of one kind of thing.' })
@Graded('account', 'G2')
export class MessageKindChoiceType {
  @Field(() => KindEnum, { description: 'Which kind.' }) kind: ChosenKind;
  @Field(() => FrequencyEnum, { description: 'How often.' }) frequency: Frequency;
  @Field(() => [FrequencyEnum], { description: 'What may be chosen.' }) offered: Frequency[];
}

@ObjectType('MessageChoices', { description: 'How the viewer wants to be told what. Safety is told at once, always.' })
@Graded('account', 'G2')
export class MessageChoicesType {
  @Field(() => [MessageKindChoiceType], { description: 'Kinds that the viewer hears of.' })
  kinds: MessageKindChoiceType[];
  @Field(() => Int, { nullable: true, description: 'From which hour, 0 to 23, nothing is sent; null: never quiet.' })
  quietFrom: number | null;
  @Field(() => Int, { nullable: true, description: 'Until which hour nothing is sent.' }) quietUntil: number | null;
  @Field(() => Int, { description: 'At which hour what was gathered is sent.' }) digestHour: number;
  @Field(() => Int, { description: 'On which day what was gathered over a week is sent; 1 is Monday.' })
  digestWeekday: number;
  @Field(() => ChannelEnum, { nullable: true, description: 'The way that was chosen; null: mail before SMS.' })
  channel: MessageChannel | null;
  @Field(() => [ChannelEnum], { description: 'By which ways the viewer can be reached.' }) channels: MessageChannel[];
  @Field(() => Int, { description: 'Goes along with the next change.' }) version: number;
}

@InputType()
class MessageKindChoiceInput {
  @Field(() => KindEnum, { description: 'Which kind.' }) kind: ChosenKind;
  @Field(() => FrequencyEnum, { description: 'How often.' }) frequency: Frequency;
}

@InputType()
export class ChangeMyMessageChoicesInput {
  @Field(() => [MessageKindChoiceInput], { description: 'Kinds that are left out stay as they are.' })
  kinds: MessageKindChoiceInput[];
  @Field(() => Int, { nullable: true, description: 'Hour, 0 to 23.' }) quietFrom?: number | null;
  @Field(() => Int, { nullable: true, description: 'Hour, 0 to 23.' }) quietUntil?: number | null;
  @Field(() => Int, { description: 'Hour, 0 to 23, outside of the quiet ones.' }) digestHour: number;
  @Field(() => Int, { description: '1 is Monday.' }) digestWeekday: number;
  @Field(() => ChannelEnum, { nullable: true, description: 'Which way is preferred.' })
  channel?: MessageChannel | null;
  @Field(() => Int, { description: 'The version that was read.' }) version: number;
}

export const ChangeMyMessageChoicesResult = createUnionType({
  name: 'ChangeMyMessageChoicesResult',
  types: () => [MessageChoicesType, InvalidInput, StaleVersion] as const,
});
