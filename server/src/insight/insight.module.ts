import { Module } from '@nestjs/common';
import { ChildrenModule } from '../children/index.js';
import { ImportsModule } from '../imports/index.js';
import { AuditResolver } from './api/audit.resolver.js';
import { TodayResolver } from './api/today.resolver.js';
import { AuditReader } from './audit-reader.js';
import { Today } from './today.js';

@Module({ imports: [ChildrenModule, ImportsModule], providers: [AuditReader, AuditResolver, Today, TodayResolver] })
export class InsightModule {}
