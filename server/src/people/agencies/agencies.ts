import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { Clock } from '../../platform/clock/index.js';
import { Database, readRows, rowsOf } from '../../platform/database/index.js';
import { Agency } from './agency.entity.js';

const ZONE = rowsOf(Agency, 'timeZone');

/** What other modules may know of an agency: its name, zone and day. */
@Injectable()
export class Agencies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  get(id: AgencyId): Promise<Agency> {
    return this.database.repository(Agency).findOneByOrFail({ id });
  }

  /** The day it is now where the agency is. */
  async today(id: AgencyId): Promise<LocalDate> {
    return this.clock.today(await this.timeZone(id));
  }

  /** Where the agency is, as an IANA name. */
  async timeZone(id: AgencyId): Promise<string> {
    const [agency] = await readRows(this.database, ZONE, 'WHERE id = ?', [id]);
    if (!agency) throw new Error('BUG: an agency without a row');
    return agency.timeZone;
  }
}
