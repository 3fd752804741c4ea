// After a restore the database knows people again who were erased since: they are blanked before anybody is served.
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { AgencyId, LoginId } from '@tongxing/shared/kernel';
import { Login } from '../../platform/auth/index.js';
import { ERASED, subjectOf } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { KeyStore, PersonalData, TombstoneLedger, type Tombstone } from '../../platform/keys/index.js';
import { Log } from '../../platform/observability/index.js';
import { Person } from '../person.entity.js';
import { Erasures } from './erasures.js';

const AT_ONCE = 500;

/** Start-up refused: the keys do not belong to the rows, or are older than they. */
export class StrangeKeyStore extends Error {
  constructor() {
    super(
      'The key store (KEY_STORE_URL) has no key for people of this database: it belongs to another one, or is an older ' +
        'copy. Nothing was changed; put the right key store in its place (docs/keys.md).',
    );
  }
}

export interface Replayed {
  readonly people: number;
  readonly logins: number;
}

@Injectable()
export class TombstoneReplay implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly store: KeyStore,
    private readonly ledger: TombstoneLedger,
    private readonly data: PersonalData,
    private readonly erasures: Erasures,
    private readonly log: Log,
  ) {}

  /** Nest waits for it before it listens. */
  async onApplicationBootstrap(): Promise<void> {
    await this.#refuseStrangeStore();
    const { people, logins } = await this.replayTombstones();
    if (people + logins > 0) this.log.info({ event: 'erasure.replayed', count: people + logins });
  }

  /** Erases again whoever has a tombstone and a row that is not blank; running it twice changes nothing more. */
  async replayTombstones(): Promise<Replayed> {
    await this.ledger.reconcile(this.store);
    const tombstones = await this.store.tombstones();
    let [people, logins] = [0, 0];
    for (let from = 0; from < tombstones.length; from += AT_ONCE) {
      const some = new Map(tombstones.slice(from, from + AT_ONCE).map((tombstone) => [tombstone.subject, tombstone]));
      people += await this.#people(some);
      logins += await this.#logins([...some.keys()]);
    }
    return { people, logins };
  }

  /** Rows beside the keys of another database would answer nothing but bugs, and new people would get lost in them. */
  async #refuseStrangeStore(): Promise<void> {
    const sql = "SELECT nameSealed FROM person WHERE nameSealed LIKE 'v2.%' ORDER BY id DESC LIMIT 1";
    const [newest]: { nameSealed: string }[] = await this.database.manager.query(sql);
    const subject = subjectOf(newest?.nameSealed);
    if (subject !== undefined && (await this.store.get([subject])).length === 0) throw new StrangeKeyStore();
  }

  async #people(tombstones: ReadonlyMap<string, Tombstone>): Promise<number> {
    const back = await this.database.repository(Person).find({
      select: { id: true, agencyId: true, loginId: true },
      where: { id: In([...tombstones.keys()]), erasedAt: IsNull() },
    });
    for (const person of back) {
      const at = tombstones.get(person.id)?.destroyedAt ?? '';
      const actor = { kind: 'system' as const, agencyId: person.agencyId as AgencyId, name: 'erasure:replay' };
      await this.work.run(actor, () => this.erasures.eraseAgain(person, at));
    }
    return back.length;
  }

  /** Accounts whose person was blanked in a run that ended before it came to them. */
  async #logins(subjects: readonly string[]): Promise<number> {
    const where = { id: In([...subjects]), identifierSealed: Not(ERASED) };
    const back = await this.database.repository(Login).find({ select: { id: true }, where });
    for (const { id } of back) {
      const actor = { kind: 'system' as const, agencyId: 'none' as AgencyId, name: 'erasure:replay' };
      await this.work.run(actor, () => this.data.eraseLogin(id as LoginId));
    }
    return back.length;
  }
}
