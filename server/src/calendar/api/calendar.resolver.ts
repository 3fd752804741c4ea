import { Context, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, Graded, type PersonActor } from '../../platform/access/index.js';
import { InstantType, make } from '../../platform/graphql/index.js';
import { CalendarFeeds } from '../calendar-feeds.js';

@ObjectType('MyCalendar', { description: "The viewer's own address for a calendar program." })
@Graded('account', 'G2')
class MyCalendarType {
  @Field(() => InstantType, { nullable: true, description: 'Since when there is one; null: there is none.' })
  since: string | null;
}

@ObjectType('MyCalendarAddress', { description: 'A new address. Whoever has it reads the days and kinds.' })
@Graded('account', 'G2')
class MyCalendarAddressType {
  @Field({ description: 'Shown this once; it is kept nowhere.' }) url: string;
  @Field(() => InstantType, { description: 'When it was made.' }) since: string;
}

@Resolver()
export class CalendarResolver {
  constructor(private readonly service: CalendarFeeds) {}

  @Query(() => MyCalendarType, { description: 'Whether a calendar program may take the own appointments.' })
  @Allow('account.own')
  async myCalendar(@Context('actor') actor: PersonActor): Promise<MyCalendarType> {
    return make(MyCalendarType, { since: (await this.service.since(actor)) ?? null });
  }

  @Mutation(() => MyCalendarAddressType, { description: 'Makes a new address; the one before answers no more.' })
  @Allow('account.own')
  async renewMyCalendar(@Context('actor') actor: PersonActor): Promise<MyCalendarAddressType> {
    const { url, madeAt } = await this.service.renew(actor);
    return make(MyCalendarAddressType, { url, since: madeAt });
  }

  @Mutation(() => MyCalendarType, { description: 'Ends the address.' })
  @Allow('account.own')
  async revokeMyCalendar(@Context('actor') actor: PersonActor): Promise<MyCalendarType> {
    await this.service.revoke(actor);
    return make(MyCalendarType, { since: null });
  }
}
