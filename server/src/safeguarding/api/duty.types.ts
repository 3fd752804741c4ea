import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DUTY_LINES, type DutyLine } from '@tongxing/shared/rules';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Graded } from '../../platform/access/index.js';
import { InstantType, InvalidInput, LocalDateType, make, NotFound, toGlobalId } from '../../platform/graphql/index.js';
import type { SlotView } from '../duty/duty-rota.js';

const LineEnum = Object.fromEntries(DUTY_LINES.map((line) => [line, line])) as Record<DutyLine, DutyLine>;
registerEnumType(LineEnum, { name: 'DutyLine', description: 'Who is told first, and who next.' });

@ObjectType('DutySlot', { description: 'Somebody of the case team is on call.' })
@Graded('concern', 'G2')
export class DutySlotType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Who.' }) personName: string;
  @Field(() => LineEnum, { description: 'Told first, or next.' }) line: DutyLine;
  @Field(() => InstantType, { description: 'From.' }) startsAt: string;
  @Field(() => InstantType, { description: 'Until.' }) endsAt: string;
  @Field({ description: 'Whether it is now.' }) onNow: boolean;
}
@ObjectType('DutyRota', { description: 'Who is on call now and next.' })
@Graded('concern', 'G2')
export class DutyRotaType {
  @Field(() => [DutySlotType], { description: 'The nearest first.' }) slots: DutySlotType[];
}

@InputType()
export class AddDutySlotInput {
  @Field(() => ID, { description: 'A colleague of the case team.' }) personId: string;
  @Field(() => LineEnum, { description: 'Told first, or next.' }) line: DutyLine;
  @Field(() => LocalDateType, { description: "First day, by the agency's calendar." }) startsOn: LocalDate;
  @Field(() => Int, { description: 'Minutes since midnight.' }) startMinute: number;
  @Field(() => LocalDateType, { description: 'Last day.' }) endsOn: LocalDate;
  @Field(() => Int, { description: 'Minutes since midnight.' }) endMinute: number;
  @Field({ description: 'The client’s own id of this; a retry with it adds nothing more.' }) requestId: string;
}
@InputType()
export class RemoveDutySlotInput {
  @Field(() => ID, { description: 'Which slot.' }) dutySlotId: string;
}
export const AddDutySlotResult = createUnionType({
  name: 'AddDutySlotResult',
  types: () => [DutyRotaType, InvalidInput, NotFound] as const,
});
export const RemoveDutySlotResult = createUnionType({
  name: 'RemoveDutySlotResult',
  types: () => [DutyRotaType, InvalidInput, NotFound] as const,
});

export const toRota = (slots: readonly SlotView[], names: ReadonlyMap<string, string>) =>
  make(DutyRotaType, {
    slots: slots.map(({ id, personId, line, startsAt, endsAt, onNow }) =>
      make(DutySlotType, {
        ...{ line, startsAt, endsAt, onNow },
        id: toGlobalId('DutySlot', id),
        personName: names.get(personId) ?? '',
      }),
    ),
  });
