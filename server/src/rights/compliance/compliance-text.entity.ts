import { Entity, Index } from 'typeorm';
import type { ComplianceTopic } from '@tongxing/shared/rules';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** What the director writes beside the numbers of a year, topic by topic (未成年人网络保护条例 37). */
@Entity('compliance_text')
@Index('ux_compliance_text_topic', ['agencyId', 'year', 'topic'], { unique: true })
export class ComplianceText {
  @IdColumn() id: string;
  @LinkColumn('compliance_text', 'agencyId', 'agency') agencyId: string;
  @IntColumn() year: number;
  @TextColumn(40) topic: ComplianceTopic;
  @LongTextColumn() textSealed: string;
  @RefColumn() writtenBy: string;
  @InstantColumn() writtenAt: string;
  @IntColumn() version: number;
}
