import { Entity, Index } from 'typeorm';
import { PSEUDONYM_AUDIENCES, type PseudonymAudience } from '@tongxing/shared/rules';
import { EnumColumn, IdColumn, LinkColumn, TextColumn } from '../../platform/database/index.js';

const AUDIENCES = PSEUDONYM_AUDIENCES.map(({ code }) => code);

/** The name by which one audience knows a child. Drawn anew for each, so that no two can join what they know. */
@Entity('child_pseudonym')
@Index('ux_child_pseudonym_audience', ['childId', 'audience'], { unique: true })
@Index('ux_child_pseudonym_name', ['agencyId', 'audience', 'pseudonym'], { unique: true })
export class ChildPseudonym {
  @IdColumn() id: string;
  @LinkColumn('child_pseudonym', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('child_pseudonym', 'childId', 'child') childId: string;
  @EnumColumn('child_pseudonym', 'audience', AUDIENCES) audience: PseudonymAudience;
  @TextColumn(40) pseudonym: string;
}
