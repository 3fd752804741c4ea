import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { CalendarController } from './api/calendar.controller.js';
import { CalendarResolver } from './api/calendar.resolver.js';
import { CalendarFeeds } from './calendar-feeds.js';
import { CalendarPersonalData } from './calendar-personal-data.js';
import { CalendarSources } from './calendar-sources.js';

@Module({
  imports: [PeopleModule],
  controllers: [CalendarController],
  providers: [CalendarFeeds, CalendarPersonalData, CalendarResolver, CalendarSources],
  exports: [CalendarSources],
})
export class CalendarModule {}
