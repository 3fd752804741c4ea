import { Module } from '@nestjs/common';
import { TeamsPersonalData } from './teams-personal-data.js';

@Module({ providers: [TeamsPersonalData] })
export class TeamsModule {}
