import { MoreThan } from 'typeorm';
import type { Database } from '../../database/index.js';
import { AuditEvent, AuditHead } from '../audit-event.entity.js';
import type { ChainEnd } from '../anchor/anchor-line.js';
import type { ChainSource, StoredLink } from './chain-source.js';

/** The chains as the database holds them. */
export class DatabaseChain implements ChainSource {
  constructor(private readonly database: Database) {}

  async agencies(): Promise<readonly string[]> {
    return (await this.database.repository(AuditHead).find()).map(({ agencyId }) => agencyId);
  }

  async head(agencyId: string): Promise<ChainEnd | undefined> {
    return (await this.database.repository(AuditHead).findOneBy({ agencyId })) ?? undefined;
  }

  after(agencyId: string, sequence: number, limit: number): Promise<StoredLink[]> {
    return this.database.repository(AuditEvent).find({
      where: { agencyId, sequence: MoreThan(sequence) },
      order: { sequence: 'ASC' },
      take: limit,
    });
  }

  async hashAt(agencyId: string, sequence: number): Promise<string | undefined> {
    return (await this.database.repository(AuditEvent).findOneBy({ agencyId, sequence }))?.hash;
  }
}
