// What somebody has sent together: made at the hour they chose, from what they have not read in the meantime.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { z } from 'zod';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { afterQuiet, frequencyOf } from '@tongxing/shared/rules';
import { Agencies } from '../people/index.js';
import { Clock } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { JobHandlers, JobUpkeep, Outbox } from '../platform/outbox/index.js';
import { requireShape } from './message-gate.js';
import { MOST_ITEMS, SEND_MESSAGE, type MessagePayload } from './message.js';
import { Notice } from './notification.entities.js';
import { noticeContent } from './notices.js';
import { chosenKindOf } from './preferences/message-kinds.js';
import { Preferences } from './preferences/preferences.js';
import { addressOf, Recipients } from './recipients.js';

const COMPOSE = { kind: 'digest.compose', payload: z.object({ personId: z.string() }) };
const NOTICES = '/notices';
/** Jobs do the work; what one of them missed (a notice that was committed while it ran) waits no longer than this. */
const MISSED_AFTER_MS = 600_000;
const SWEPT_AT_ONCE = 500;

@Injectable()
export class Digests implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly upkeep: JobUpkeep,
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly agencies: Agencies,
    private readonly recipients: Recipients,
    private readonly preferences: Preferences,
  ) {}

  onModuleInit(): void {
    this.handlers.inUnit(COMPOSE, ({ personId }, { agencyId }) => this.#compose(agencyId, personId as PersonId));
    this.upkeep.also('digests', () => this.sweep());
  }

  /** Inside a unit of work: at this time somebody gets what was gathered; one job, however many notices wait for it. */
  async plan(personId: PersonId, at: Date): Promise<void> {
    const runAt = at.toISOString();
    const dedupeKey = `digest:${personId}:${runAt}`;
    await this.outbox.add(COMPOSE.kind, { personId }, { runAt, dedupeKey, subject: personId });
  }

  /** Sends what a digest should have taken along and did not. Returns to how many people. */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - MISSED_AFTER_MS).toISOString();
    const people = await this.database.read<{ agencyId: AgencyId; personId: PersonId }>(
      `SELECT DISTINCT agencyId, personId FROM notice WHERE digestAt <= ? LIMIT ${SWEPT_AT_ONCE}`,
      [before],
    );
    for (const { agencyId, personId } of people) {
      const actor = { kind: 'system' as const, agencyId, name: 'digests:sweep' };
      await this.work.run(actor, () => this.#compose(agencyId, personId));
    }
    return people.length;
  }

  /** The rows are locked and taken in the unit that writes the message: of two workers one finds them, the other none. */
  async #compose(agencyId: AgencyId, personId: PersonId): Promise<void> {
    const rows = await this.#take(agencyId, personId);
    const [first] = rows;
    const [recipient] = first ? await this.recipients.of(agencyId, [personId]) : [];
    if (!first || !recipient) return;
    const { timeZone, name } = await this.agencies.get(agencyId);
    const chosen = (await this.preferences.of(agencyId, [personId]))(personId);
    const address = addressOf(recipient, chosen.channel);
    const wanted = rows.filter(({ template, readAt }) => {
      const kind = chosenKindOf(template);
      return readAt === null && kind !== undefined && frequencyOf(chosen, kind) !== 'IN_APP';
    });
    await this.cipher.loadKeys(wanted.map(({ paramsSealed }) => paramsSealed));
    const readable = wanted.filter(({ paramsSealed }) => !this.cipher.isErased(paramsSealed));
    if (readable.length === 0 || !address) return;
    const { locale } = recipient;
    const message: MessagePayload = {
      ...address,
      ...{ template: 'digest', locale, path: NOTICES, subject: personId },
      params: { agency: name, count: String(readable.length) },
      items: readable.slice(0, MOST_ITEMS).map((row) => ({ ...noticeContent(this.cipher, row), path: row.path })),
    };
    requireShape(message);
    const runAt = afterQuiet(this.clock.now(), chosen, timeZone).toISOString();
    await this.outbox.add(SEND_MESSAGE.kind, message, { runAt, dedupeKey: `digest:${first.id}`, subject: personId });
  }

  async #take(agencyId: AgencyId, personId: PersonId): Promise<Notice[]> {
    const notices = this.database.repository(Notice);
    const due = { agencyId, personId, digestAt: LessThanOrEqual(this.clock.nowIso()) };
    const query = notices.createQueryBuilder('n').where(due).orderBy('n.createdAt', 'ASC').addOrderBy('n.id', 'ASC');
    const rows = await this.database.forUpdate(query).getMany();
    if (rows.length > 0) await notices.update({ id: In(rows.map(({ id }) => id)) }, { digestAt: null });
    return rows;
  }
}
