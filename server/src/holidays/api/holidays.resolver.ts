import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { toCommonPayload } from '../../platform/graphql/index.js';
import { Holidays } from '../holidays.js';
import {
  HolidayTableType,
  ImportHolidaysInput,
  ImportHolidaysResult,
  MarkHolidayInput,
  MarkHolidayResult,
  toImport,
  toTable,
  UnmarkHolidayInput,
  UnmarkHolidayResult,
} from './holidays.types.js';

@Resolver()
export class HolidaysResolver {
  constructor(private readonly holidays: Holidays) {}

  @Query(() => HolidayTableType, { description: 'Days off of a year, and days worked instead.' })
  @Allow('setting.read')
  async holidayTable(
    @Args('year', { type: () => Int, description: 'From 2020 to 2099; others have no days.' }) year: number,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<HolidayTableType> {
    return toTable(await this.holidays.table(agencyId, year));
  }

  @Mutation(() => MarkHolidayResult, { description: 'Marks a day as off or worked; it wins over what is built in.' })
  @Allow('setting.change')
  async markHoliday(
    @Args('input') input: MarkHolidayInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MarkHolidayResult> {
    const outcome = await this.holidays.save(actor, input);
    return outcome.ok ? toTable(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => UnmarkHolidayResult, { description: 'Takes the agency’s own mark from a day.' })
  @Allow('setting.change')
  async unmarkHoliday(
    @Args('input') { day }: UnmarkHolidayInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof UnmarkHolidayResult> {
    const outcome = await this.holidays.remove(actor, day);
    return outcome.ok ? toTable(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => ImportHolidaysResult, { description: 'Brings in days of a year from CSV or a calendar file.' })
  @Allow('setting.change')
  async importHolidays(
    @Args('input') input: ImportHolidaysInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ImportHolidaysResult> {
    const outcome = await this.holidays.bringIn(actor, input);
    return outcome.ok ? toImport(outcome.value) : toCommonPayload(outcome.error);
  }
}
