import { Module } from '@nestjs/common';
import { HolidaysResolver } from './api/holidays.resolver.js';
import { Holidays } from './holidays.js';

@Module({ providers: [Holidays, HolidaysResolver], exports: [Holidays] })
export class HolidaysModule {}
