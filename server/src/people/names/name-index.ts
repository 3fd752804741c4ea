// Writes by what a person is found; the one place that knows how a name becomes rows.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, placeholders } from '../../platform/database/index.js';
import { entriesOf } from './domain/name-entries.js';
import { loadReadings } from './domain/readings.js';

/** Raised where names are taken apart otherwise: whatever stands by an older one is written again after a start. */
export const NAME_SCHEME = 1;
/** Nine bytes: among a million different runs two share a token once in some ten thousand agencies, and harmlessly. */
const TOKEN_LENGTH = 12;
/** Rows in one statement; four values each stay below what either engine allows. */
const AT_ONCE = 2_000;

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}
/** What the person's own row keeps: by which scheme, and which tokens, so that they go without a search. */
export interface IndexedName {
  readonly nameScheme: number;
  readonly nameTokens: string;
}
const INSERT = 'INSERT INTO name_token (agencyId, token, place, personId)';
/** On SQLite each value that crosses costs more than its parsing: all rows as one text take half the time. */
const INSERT_JSON = `${INSERT}
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`;

type TokenRow = readonly [agencyId: string, token: string, place: number, personId: string];

/** Tokens of some people, ready to be written. */
export interface PreparedNames {
  readonly rows: readonly TokenRow[];
  readonly byPerson: ReadonlyMap<string, IndexedName>;
}

@Injectable()
export class NameIndex {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /** The blind index of one run, for one agency: the same run has another token in another agency. */
  token(agencyId: AgencyId, text: string): string {
    return this.cipher.blindIndex(`person.nameToken.${agencyId}`, text).slice(0, TOKEN_LENGTH);
  }

  /** Takes names apart; writes nothing. */
  async prepare(agencyId: AgencyId, people: readonly NamedPerson[]): Promise<PreparedNames> {
    const readings = await loadReadings();
    const rows: TokenRow[] = [];
    const byPerson = new Map<string, IndexedName>();
    for (const { id, name } of people) {
      const best = new Map<string, number>();
      for (const { text, place } of entriesOf(name, readings)) {
        const token = this.token(agencyId, text);
        best.set(token, Math.min(place, best.get(token) ?? place));
      }
      for (const [token, place] of best) rows.push([agencyId, token, place, id]);
      byPerson.set(id, { nameScheme: NAME_SCHEME, nameTokens: [...best.keys()].join('') });
    }
    // In the order of the key: neighbours land on the same page of the index.
    rows.sort((a, b) => (a[1] < b[1] ? -1 : 1));
    return { rows, byPerson };
  }

  /** Inside a unit of work, after the people's own rows. */
  async write({ rows }: PreparedNames): Promise<void> {
    const { manager, engine } = this.database;
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE);
      if (engine.kind === 'sqlite') await manager.query(INSERT_JSON, [JSON.stringify(some)]);
      else await manager.query(`${INSERT} VALUES ${some.map(() => '(?, ?, ?, ?)').join(', ')}`, some.flat());
    }
  }

  /** Takes away by what a person was found; inside a unit of work. */
  async remove(agencyId: AgencyId, personId: string, nameTokens: string | null): Promise<void> {
    const tokens = nameTokens?.match(/.{12}/g) ?? [];
    if (tokens.length === 0) return;
    const sql = `DELETE FROM name_token WHERE agencyId = ? AND token IN (${placeholders(tokens)}) AND place IN (0, 1, 2) AND personId = ?`;
    await this.database.manager.query(sql, [agencyId, ...tokens, personId]);
  }

  /** The same for many, who go altogether; inside a unit of work, before their own rows. */
  async removeAll(agencyId: AgencyId, personIds: readonly string[]): Promise<void> {
    const sql = `SELECT id, nameTokens FROM person WHERE agencyId = ? AND id IN (${placeholders(personIds)})`;
    const people = await this.database.read<{ id: string; nameTokens: string | null }>(sql, [agencyId, ...personIds]);
    for (const { id, nameTokens } of people) await this.remove(agencyId, id, nameTokens);
  }
}
