import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { DayMark, UnreadWhy } from '@tongxing/shared/rules';
import { Graded } from '../../platform/access/index.js';
import { InvalidInput, LocalDateType, make, NotFound } from '../../platform/graphql/index.js';
import type { HolidayImport, HolidayTable } from '../holidays.js';

const DayMarkEnum: Readonly<Record<DayMark, DayMark>> = { OFF: 'OFF', WORK: 'WORK' };
const UnreadWhyEnum: Readonly<Record<UnreadWhy, UnreadWhy>> = { NO_DAY: 'NO_DAY', NO_MARK: 'NO_MARK', TWICE: 'TWICE' };
registerEnumType(DayMarkEnum, { name: 'DayMark', description: 'Whether a day is off, or worked.' });
registerEnumType(UnreadWhyEnum, { name: 'UnreadWhy', description: 'Why a line of a table of holidays was left.' });

@ObjectType('HolidayDay', { description: 'A day that is off, or worked though it would be off.' })
@Graded('setting', 'G1')
export class HolidayDayType {
  @Field(() => LocalDateType, { description: 'Which day.' }) day: LocalDate;
  @Field(() => DayMarkEnum, { description: 'Off, or worked.' }) mark: DayMark;
  @Field({ description: 'Of which holiday.' }) name: string;
  @Field({ description: 'In English; empty where the agency marked it.' }) nameEn: string;
  @Field({ description: 'Whether the agency marked it itself.' }) own: boolean;
}
@ObjectType('HolidayTable', { description: 'Days off of a year; working days are counted by them.' })
@Graded('setting', 'G1')
export class HolidayTableType {
  @Field(() => Int, { description: 'Which year.' }) year: number;
  @Field({ description: 'Whether the official notice of the year is known; before, only the days of the law are.' })
  announced: boolean;
  @Field(() => [HolidayDayType], { description: 'In order.' }) days: HolidayDayType[];
}
@ObjectType('UnreadHoliday', { description: 'A line that could not be read.' })
@Graded('setting', 'G1')
export class UnreadHolidayType {
  @Field(() => Int, { description: 'Which, counted from 1.' }) line: number;
  @Field({ description: 'What stands there; at most 80 characters.' }) text: string;
  @Field(() => UnreadWhyEnum, { description: 'Why it was left.' }) why: UnreadWhy;
}
@ObjectType('HolidayImport', { description: 'What was taken from a file.' })
@Graded('setting', 'G1')
export class HolidayImportType {
  @Field(() => HolidayTableType, { description: 'The year as it is now.' }) table: HolidayTableType;
  @Field(() => Int, { description: 'Days that were marked.' }) taken: number;
  @Field(() => [UnreadHolidayType], { description: 'Lines that were left.' }) unread: UnreadHolidayType[];
}

@InputType()
export class MarkHolidayInput {
  @Field(() => LocalDateType, { description: 'From 2020 to 2099.' }) day: LocalDate;
  @Field(() => DayMarkEnum, { description: 'Off, or worked.' }) mark: DayMark;
  @Field({ description: 'Of which holiday; at most 40 characters.' }) name: string;
}
@InputType()
export class UnmarkHolidayInput {
  @Field(() => LocalDateType, { description: 'A day that the agency marked.' }) day: LocalDate;
}
@InputType()
export class ImportHolidaysInput {
  @Field(() => Int, { description: 'From 2020 to 2099; days of other years are left.' }) year: number;
  @Field({ description: 'CSV (day, off or worked, name) or a calendar file; at most 200000 characters.' }) text: string;
  @Field({ description: 'Whether it is the official notice: it takes the place of the agency’s own rows of the year.' })
  official: boolean;
}
export const MarkHolidayResult = createUnionType({
  name: 'MarkHolidayResult',
  types: () => [HolidayTableType, InvalidInput] as const,
});
export const UnmarkHolidayResult = createUnionType({
  name: 'UnmarkHolidayResult',
  types: () => [HolidayTableType, NotFound] as const,
});
export const ImportHolidaysResult = createUnionType({
  name: 'ImportHolidaysResult',
  types: () => [HolidayImportType, InvalidInput] as const,
});

export const toTable = ({ days, ...table }: HolidayTable): HolidayTableType =>
  make(HolidayTableType, { ...table, days: days.map((day) => make(HolidayDayType, day)) });
export const toImport = ({ table, taken, unread }: HolidayImport): HolidayImportType =>
  make(HolidayImportType, {
    taken,
    table: toTable(table),
    unread: unread.map((line) => make(UnreadHolidayType, line)),
  });
