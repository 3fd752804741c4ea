import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { REMINDER_KINDS, type ReminderKind } from '@tongxing/shared/rules';
import { VolunteerType } from '../../people/index.js';
import { Graded } from '../../platform/access/index.js';
import { LocalDateType } from '../../platform/graphql/index.js';

const ReminderKindEnum = Object.fromEntries(REMINDER_KINDS.map((kind) => [kind, kind])) as {
  readonly [Kind in ReminderKind]: Kind;
};
registerEnumType(ReminderKindEnum, { name: 'ReminderKind', description: 'What somebody is reminded of.' });

@ObjectType('Renewal', { description: 'Something that lets a volunteer serve, and that ends soon or has ended.' })
@Graded('reminder', 'G2')
export class RenewalType {
  @Field(() => VolunteerType, { description: 'Whose it is.' }) volunteer: VolunteerType;
  @Field(() => ReminderKindEnum, { description: 'What ends.' }) kind: ReminderKind;
  @Field(() => LocalDateType, { description: 'Last day on which it counts.' }) lastDay: string;
  @Field(() => Int, { description: 'Days until then; negative once it has ended.' }) daysLeft: number;
  @Field(() => LocalDateType, { nullable: true, description: 'When the volunteer was last told; null: not yet.' })
  toldOn: string | null;
}

@ObjectType('Renewals', { description: 'What ends for the volunteers whom the reader may see.' })
@Graded('reminder', 'G2')
export class RenewalsType {
  @Field(() => [RenewalType], { description: 'The most pressing first, at most 300.' }) renewals: RenewalType[];
  @Field(() => Int, { description: 'How many there are.' }) total: number;
  @Field(() => Int, { description: 'From how many days before the end they are listed, and told.' }) firstDays: number;
}
