// Nothing stays behind: files that were begun and never finished, papers that nobody attached, bytes without a row.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { FileStore } from '../platform/files/index.js';
import { JobUpkeep } from '../platform/outbox/index.js';
import { DocumentsRepository } from './documents.repository.js';

const MINUTE_MS = 60_000;
/** Sealing takes moments; older ones belong to a process that died. */
const INCOMING_MS = 10 * MINUTE_MS;
/** Between the bytes and their row lies one short transaction. */
const WITHOUT_ROW_MS = 60 * MINUTE_MS;
const WAITING_MS = 24 * 60 * MINUTE_MS;
const AT_ONCE = 500;

@Injectable()
export class DocumentsUpkeep implements OnModuleInit {
  constructor(
    private readonly repository: DocumentsRepository,
    private readonly store: FileStore,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly upkeep: JobUpkeep,
  ) {}

  async onModuleInit(): Promise<void> {
    this.upkeep.also('files', () => this.run());
    await this.#tidy();
  }

  /** Returns how many went. */
  async run(): Promise<number> {
    return (await this.#tidy()) + (await this.#forgetWaiting()) + (await this.#sweep());
  }

  #tidy(): Promise<number> {
    return this.store.tidy(this.#before(INCOMING_MS));
  }

  async #forgetWaiting(): Promise<number> {
    const rows = await this.repository.waitingSince(this.#before(WAITING_MS).toISOString(), AT_ONCE);
    for (const row of rows) {
      const system = { kind: 'system' as const, agencyId: row.agencyId as AgencyId, name: 'files' };
      await this.work.run(system, async () => {
        if (!(await this.repository.remove(row, null))) return;
        this.trail.record({ action: 'paper.forgotten', subjectType: 'StoredFile', subjectId: row.id });
      });
    }
    return rows.length;
  }

  async #sweep(): Promise<number> {
    const before = this.#before(WITHOUT_ROW_MS);
    let old: string[] = [];
    let swept = 0;
    for await (const { name, writtenAt } of this.store.list()) {
      if (writtenAt >= before) continue;
      old.push(name);
      if (old.length < AT_ONCE) continue;
      swept += await this.#drop(old);
      old = [];
    }
    return swept + (await this.#drop(old));
  }

  async #drop(names: readonly string[]): Promise<number> {
    if (names.length === 0) return 0;
    const inUse = await this.repository.inUse(names);
    const orphans = names.filter((name) => !inUse.has(name));
    for (const name of orphans) await this.store.remove(name);
    return orphans.length;
  }

  #before(ms: number): Date {
    return new Date(this.clock.now().getTime() - ms);
  }
}
