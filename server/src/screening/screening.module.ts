import { Module } from '@nestjs/common';
import { RecordChecks } from './record-checks.js';

@Module({ providers: [RecordChecks], exports: [RecordChecks] })
export class ScreeningModule {}
