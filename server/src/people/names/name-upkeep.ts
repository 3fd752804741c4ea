// Names that stand without tokens, or with those of an older scheme, get theirs after a start, in the background.
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import type { AgencyId } from '@tongxing/shared/kernel';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { PersonalData, type Erased } from '../../platform/keys/index.js';
import { Log } from '../../platform/observability/index.js';
import { Person } from '../person.entity.js';
import { NAME_SCHEME, NameIndex } from './name-index.js';

const AT_ONCE = 200;
/** One condition for each scheme that is not today's: each is answered by the index alone. */
const MISSING = ['nameScheme IS NULL', ...Array.from({ length: NAME_SCHEME - 1 }, (_, at) => `nameScheme = ${at + 1}`)];

@Injectable()
export class NameUpkeep implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly cipher: Cipher,
    private readonly index: NameIndex,
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: Log,
    private readonly data: PersonalData,
  ) {}

  onModuleInit(): void {
    this.data.add({ module: 'people.names', erase: (erased) => this.#erase(erased) });
  }

  /** Only where background work is done at all; nobody waits for it. */
  onApplicationBootstrap(): void {
    if (this.config.workers > 0) this.#running = this.#run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  /** Writes the tokens of whoever has none of today's scheme, or of everybody; returns of how many people. */
  async indexNames(which: 'MISSING' | 'ALL', onBatch: (people: number) => void = () => undefined): Promise<number> {
    let people = 0;
    for (const condition of which === 'ALL' ? ['1 = 1'] : MISSING) {
      for (let last = ''; !this.#stopped;) {
        const ids = await this.#next(condition, last);
        const end = ids.at(-1);
        if (end === undefined) break;
        const actor = { kind: 'system' as const, agencyId: 'none' as AgencyId, name: 'names:reindex' };
        await this.work.run(actor, () => this.#indexAgain(ids));
        people += ids.length;
        onBatch(people);
        last = end;
        await setImmediate();
      }
    }
    return people;
  }

  async #run(): Promise<void> {
    try {
      const count = await this.indexNames('MISSING');
      if (count > 0) this.log.info({ event: 'names.indexed', count });
    } catch (error) {
      const code = error instanceof Error ? error.constructor.name : 'UNKNOWN';
      this.log.error({ event: 'names.upkeep_failed', code });
    }
  }

  async #next(condition: string, after: string): Promise<string[]> {
    const sql = `SELECT id FROM person WHERE ${condition} AND id > ? ORDER BY id LIMIT ${AT_ONCE}`;
    const rows = await this.database.read<{ id: string }>(sql, [after]);
    return rows.map(({ id }) => id);
  }

  /** Reads under the lock: whoever is erased meanwhile does not come back. */
  async #indexAgain(ids: readonly string[]): Promise<void> {
    const query = this.database
      .repository(Person)
      .createQueryBuilder('p')
      .select(['p.id', 'p.agencyId', 'p.nameSealed', 'p.nameTokens'])
      .where('p.id IN (:...ids)', { ids: [...ids] });
    const rows = await this.database.forUpdate(query).getMany();
    await this.cipher.loadKeys(rows.map(({ nameSealed }) => nameSealed));
    for (const agencyId of new Set(rows.map((row) => row.agencyId as AgencyId))) {
      await this.#rewrite(
        agencyId,
        rows.filter((row) => row.agencyId === agencyId),
      );
    }
  }

  async #rewrite(agencyId: AgencyId, rows: readonly Pick<Person, 'id' | 'nameSealed' | 'nameTokens'>[]): Promise<void> {
    const named = rows.flatMap(({ id, nameSealed }) =>
      this.cipher.isErased(nameSealed) ? [] : [{ id, name: this.cipher.open(nameSealed, `person.name.${id}`) }],
    );
    const prepared = await this.index.prepare(agencyId, named);
    for (const { id, nameTokens } of rows) {
      await this.index.remove(agencyId, id, nameTokens);
      const indexed = prepared.byPerson.get(id) ?? { nameScheme: NAME_SCHEME, nameTokens: null };
      await this.database.repository(Person).update({ id, agencyId }, indexed);
    }
    await this.index.write(prepared);
  }

  async #erase({ agencyId, personId }: Erased): Promise<void> {
    const people = this.database.repository(Person);
    const where = { agencyId, id: personId };
    const row = await people.findOne({ select: { id: true, nameTokens: true }, where });
    await this.index.remove(agencyId, personId, row?.nameTokens ?? null);
    await people.update(where, { nameScheme: NAME_SCHEME, nameTokens: null });
  }
}
