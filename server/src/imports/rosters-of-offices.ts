// An office closes: rosters that wait to be taken in there, or to be confirmed, go where its people go.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId, OfficeId } from '@tongxing/shared/kernel';
import { OfficeContents } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import type { ImportState } from './domain/index.js';
import { ImportBatch } from './import-batch.entity.js';

const WAITING: readonly ImportState[] = ['STAGED', 'IMPORTED'];

@Injectable()
export class RostersOfOffices implements OnModuleInit {
  constructor(
    private readonly contents: OfficeContents,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    const batches = () => this.database.repository(ImportBatch);
    const waiting = (agencyId: AgencyId, officeId: OfficeId) => ({ agencyId, officeId, state: In([...WAITING]) });
    this.contents.add('rosters', {
      count: (agencyId, officeId) => batches().countBy(waiting(agencyId, officeId)),
      move: async (agencyId, from, to) => {
        // Whoever has the roster open is told that it changed, and takes nobody in where they did not mean to.
        const change = { officeId: to, version: () => 'version + 1' };
        await batches().update(waiting(agencyId, from), change);
      },
    });
  }
}
