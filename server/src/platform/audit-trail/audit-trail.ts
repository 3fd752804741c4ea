import { actorReference, type Actor } from '../access/actor.js';
import type { Clock, Ids } from '../clock/index.js';
import { requireUnit, type Database, type UnitOfWork } from '../database/index.js';
import type { OpenUnit } from '../database/scope.js';
import type { AuditAnchor } from './anchor/audit-anchor.js';
import { AuditEvent, AuditHead } from './audit-event.entity.js';
import { GENESIS, hashOf, type Link } from './chain.js';

export interface AuditEntry {
  /** `thing.happened`, past tense: `setting.changed`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId?: string | undefined;
  /** Who did it, where several people's rows share a unit of work; otherwise whoever the unit acts for. */
  readonly by?: Actor | undefined;
  /** Codes, counts, changed keys. Never a name, a number of a person, or other personal text. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes the audit chain. A row commits with what it tells of, or not at all. */
export class AuditTrail {
  readonly #pending = new WeakMap<OpenUnit, AuditEntry[]>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly anchor: AuditAnchor,
  ) {}

  /** Adds to the open unit of work; the chain's lock is taken last, so that it is held for as short as possible. */
  record(entry: AuditEntry): void {
    const unit = requireUnit();
    const pending = this.#pending.get(unit);
    if (pending) {
      pending.push(entry);
      return;
    }
    const entries = [entry];
    this.#pending.set(unit, entries);
    unit.beforeCommit.push(() => this.#append(unit, entries));
  }

  async #append(unit: OpenUnit, entries: readonly AuditEntry[]): Promise<void> {
    const { agencyId } = unit.actor;
    const head = await this.#lockHead(agencyId);
    const events = entries.map((entry) => {
      const actor = actorReference(entry.by ?? unit.actor);
      const link: Link = {
        agencyId,
        sequence: head.sequence + 1,
        at: this.clock.nowIso(),
        actorKind: actor.kind,
        actorId: actor.id,
        action: entry.action,
        subjectType: entry.subjectType,
        subjectId: entry.subjectId ?? null,
        facts: canonical(entry.facts ?? {}),
        previousHash: head.hash,
      };
      head.sequence = link.sequence;
      head.hash = hashOf(link);
      return { id: this.ids.next(), ...link, hash: head.hash };
    });
    await this.database.repository(AuditEvent).insert(events);
    await this.database.repository(AuditHead).update({ agencyId }, { sequence: head.sequence, hash: head.hash });
    unit.afterCommit.push(() => this.anchor.seen(agencyId, head));
  }

  async #lockHead(agencyId: string): Promise<{ sequence: number; hash: string }> {
    const heads = this.database.repository(AuditHead);
    const query = heads.createQueryBuilder('h').where('h.agencyId = :agencyId', { agencyId });
    const head = await this.database.forUpdate(query).getOne();
    if (head) return head;
    await heads.insert({ agencyId, sequence: 0, hash: GENESIS });
    return { sequence: 0, hash: GENESIS };
  }
}

/** Same facts, same bytes: keys sorted. */
function canonical(facts: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Remembers what was refused, in a unit of its own: the work that failed has rolled back. */
export async function rememberRefusal(
  work: UnitOfWork,
  trail: AuditTrail,
  actor: OpenUnit['actor'],
  entry: AuditEntry,
): Promise<void> {
  await work.run(actor, () => {
    trail.record(entry);
    return Promise.resolve();
  });
}
