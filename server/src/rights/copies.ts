// Makes somebody's copy: row by row as the plan says, sealed columns opened at the place that their module has named.
import { Injectable } from '@nestjs/common';
import { localDateIn, type AgencyId, type PersonId } from '@tongxing/shared/kernel';
import { Agencies, Areas, type Area } from '../people/index.js';
import { Clock } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { SPEAK, type SpeakName } from './domain/code-words.js';
import { NEVER_INCLUDED, type CopiedFact, type CopiedSection, type PersonalCopy, type Words } from './domain/copy.js';
import { COPY_PLAN, type PlannedTable } from './domain/copy-plan.js';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** What the agency adds: names of its areas, and where it is. */
interface Around {
  readonly areas: ReadonlyMap<string, Area>;
  readonly zone: string;
}

/** Columns that hold lists; both engines return them as text. */
const LISTS = new Set(['languages', 'skills', 'needs', 'freeTimes']);

@Injectable()
export class Copies {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly data: PersonalData,
    private readonly agencies: Agencies,
    private readonly areas: Areas,
  ) {}

  /** Everything that the plan gives of one person of the agency. */
  async of(agencyId: AgencyId, personId: PersonId): Promise<PersonalCopy> {
    const sections: CopiedSection[] = [];
    const around = { areas: await this.areas.byCode(agencyId), zone: await this.agencies.timeZone(agencyId) };
    for (const planned of COPY_PLAN) {
      const section = await this.#section(agencyId, personId, planned, around);
      if (section.rows.length > 0) sections.push(section);
    }
    const { name: agency } = await this.agencies.get(agencyId);
    const head = { format: 'tongxing.personal-data', formatVersion: 1 } as const;
    return { ...head, agency, madeAt: this.clock.nowIso(), sections, neverIncluded: NEVER_INCLUDED };
  }

  async #section(
    agencyId: AgencyId,
    personId: PersonId,
    planned: PlannedTable,
    around: Around,
  ): Promise<CopiedSection> {
    const { table, of, given, title, global } = planned;
    const columns = ['id', ...Object.keys(given)].map((name) => `t.${name} AS ${name}`).join(', ');
    const agency = global ? '' : 't.agencyId = ? AND ';
    const sql = `SELECT ${columns} FROM ${table} t WHERE ${agency}${of} ORDER BY t.id`;
    const rows = await this.database.read<Row>(sql, global ? [personId] : [agencyId, personId]);
    await this.cipher.loadKeys(
      rows.flatMap((row) =>
        Object.keys(given)
          .filter(isSealed)
          .map((key) => textOf(row[key])),
      ),
    );
    return {
      key: table,
      title,
      rows: rows.map((row) => this.#facts(planned, row, around)).filter((facts) => facts.length > 0),
    };
  }

  /** Columns with something in them, under the names that programs know them by. */
  #facts({ table, given }: PlannedTable, row: Row, around: Around): CopiedFact[] {
    return Object.entries(given).flatMap(([column, { label, speak }]) => {
      const value = isSealed(column) ? this.#open(table, column, row) : listOr(column, row[column]);
      if (value === null || value === undefined || value === '') return [];
      const words = this.#words(column, speak, value, around);
      const key = column.replace(/Sealed$/, '');
      return [{ key, label, value, ...(words ? { words } : {}) }];
    });
  }

  #words(column: string, speak: SpeakName, value: unknown, { areas, zone }: Around): Words | undefined {
    if (speak === 'area') return areaWords(areas.get(String(value)));
    if (speak !== 'plain' || !column.endsWith('At') || typeof value !== 'string') return SPEAK[speak](value);
    const day = localDateIn(new Date(value), zone);
    return { zh: day, en: day };
  }

  #open(table: string, column: string, row: Row): string | undefined {
    const sealed = textOf(row[column]);
    if (sealed === undefined || this.cipher.isErased(sealed)) return undefined;
    const place = this.data.sealed.find((one) => one.table === table && column in one.columns)?.columns[column];
    if (place === undefined)
      throw new Error(`BUG: ${table}.${column} is in the copy, and in no module's personal data`);
    return this.cipher.open(sealed, `${place}.${row.id}`);
  }
}

const isSealed = (column: string): boolean => column.endsWith('Sealed');
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function listOr(column: string, value: unknown): unknown {
  return LISTS.has(column) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
}

const areaWords = (area: Area | undefined): Words | undefined => area && { zh: area.name, en: area.nameEn };
