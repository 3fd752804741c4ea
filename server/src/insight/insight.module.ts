import { Module } from '@nestjs/common';
import { AuditResolver } from './api/audit.resolver.js';
import { AuditReader } from './audit-reader.js';

@Module({ providers: [AuditReader, AuditResolver] })
export class InsightModule {}
