// Writes and reads the rows of the ledger. A word is added, or marked as taken back; none is ever changed.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type FindOptionsWhere } from 'typeorm';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { textBody, type ConsentText, type FieldGroup, type Giver } from '@tongxing/shared/disclosure';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import type { About, Said } from './domain/sitting.js';
import { ConsentGrant, ConsentStatement, ConsentTextRow, type Withdrawer } from './ledger.entities.js';

export interface NewStatement extends About {
  readonly agencyId: AgencyId;
  readonly childId: string;
  readonly childPersonId: PersonId;
  readonly requestId: string;
  readonly text: ConsentText;
  readonly giver: Giver;
  readonly guardianPersonId: string | null;
  readonly giverName?: string | undefined;
  readonly relation?: string | undefined;
  readonly said: Said;
  readonly readAloud: boolean;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly recordedBy: string | null;
}
/** Whose words on what: all of them stand or are taken back together. */
export interface Voice extends About {
  readonly agencyId: AgencyId;
  readonly childId: string;
  readonly giver: Giver;
  readonly guardianPersonId: string | null;
}
export interface StatementView {
  readonly row: ConsentStatement;
  readonly text: ConsentTextRow;
  readonly grants: readonly ConsentGrant[];
  readonly giverName: string;
  readonly relation: string;
  readonly signature?: string | undefined;
  readonly witnessName?: string | undefined;
  readonly note?: string | undefined;
}

export const hashOf = (text: ConsentText): string => createHash('sha256').update(textBody(text)).digest('hex');

@Injectable()
export class LedgerRows {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async has(agencyId: AgencyId, requestId: string): Promise<boolean> {
    return this.database.repository(ConsentStatement).existsBy({ agencyId, requestId });
  }

  find(agencyId: AgencyId, id: string): Promise<ConsentStatement | null> {
    return this.database.repository(ConsentStatement).findOneBy({ agencyId, id });
  }

  /** Inside a unit of work. */
  async add(statement: NewStatement): Promise<string> {
    const { agencyId, childId, childPersonId, said, purpose, audience, giver, guardianPersonId } = statement;
    const id = this.ids.next<never>() as string;
    await this.cipher.ensureKeys(agencyId, [childPersonId]);
    const seal = (column: string, text: string | undefined) =>
      this.cipher.sealOptionalFor(childPersonId, text, place(column, id));
    const about = { purpose, audience, occasion: statement.occasion ?? null };
    const window = { fromOn: statement.from, untilOn: statement.until };
    const at = this.clock.nowIso();
    await this.database.repository(ConsentStatement).insert({
      ...{ id, agencyId, childId, giver, guardianPersonId, ...about, ...window },
      requestId: statement.requestId,
      textId: await this.#textId(agencyId, statement.text),
      giverNameSealed: seal('giverName', statement.giverName),
      relationSealed: seal('relation', statement.relation),
      method: said.method,
      signatureSealed: seal('signature', said.signature),
      witnessNameSealed: seal('witnessName', said.witnessName?.trim()),
      noteSealed: seal('note', said.note?.trim()),
      readAloud: statement.readAloud,
      recordedBy: statement.recordedBy,
      recordedAt: at,
      remindedAt: null,
    });
    const grant = { agencyId, childId, statementId: id, giver, guardianPersonId, ...about, ...window, givenAt: at };
    await this.database.repository(ConsentGrant).insert(
      said.answers.map(({ group, answer }) => ({
        ...grant,
        ...{ id: this.ids.next<never>(), fieldGroup: group, answer, withdrawnAt: null, withdrawnBy: null },
      })),
    );
    return id;
  }

  /** Marks every standing yes of one voice, on some groups or all; how many. Inside a unit of work. */
  async takeBack(voice: Voice, by: Withdrawer, groups?: readonly FieldGroup[]): Promise<number> {
    const marked = await this.database.repository(ConsentGrant).update(
      {
        ...whereOf(voice),
        ...(groups ? { fieldGroup: In([...groups]) } : {}),
        answer: Not('NO'),
        withdrawnAt: IsNull(),
      },
      { withdrawnAt: this.clock.nowIso(), withdrawnBy: by },
    );
    return marked.affected ?? 0;
  }

  /** The latest grant of a voice on anything; undefined where it never spoke. */
  async latest(voice: Voice): Promise<ConsentGrant | undefined> {
    const [row] = await this.database
      .repository(ConsentGrant)
      .find({ where: whereOf(voice), order: { givenAt: 'DESC', id: 'DESC' }, take: 1 });
    return row;
  }

  /** All that was said of a child, the newest first; of one voice where one is named. */
  async ofChild(agencyId: AgencyId, childId: string, of: FindOptionsWhere<ConsentStatement> = {}) {
    const rows = await this.database
      .repository(ConsentStatement)
      .find({ where: { ...of, agencyId, childId }, order: { recordedAt: 'DESC', id: 'DESC' } });
    if (rows.length === 0) return [];
    const grants = await this.database.repository(ConsentGrant).findBy({ agencyId, childId });
    const texts = await this.database
      .repository(ConsentTextRow)
      .findBy({ agencyId, id: In([...new Set(rows.map(({ textId }) => textId))]) });
    await this.cipher.loadKeys(rows.flatMap(sealedOf));
    return rows.map((row) => this.#open(row, grants, texts));
  }

  #open(row: ConsentStatement, grants: readonly ConsentGrant[], texts: readonly ConsentTextRow[]): StatementView {
    const text = texts.find(({ id }) => id === row.textId);
    if (!text) throw new Error('BUG: a statement without its text');
    const open = (column: string, sealed: string | null) =>
      sealed === null || this.cipher.isErased(sealed) ? undefined : this.cipher.open(sealed, place(column, row.id));
    return {
      row,
      text,
      grants: grants.filter(({ statementId }) => statementId === row.id),
      giverName: open('giverName', row.giverNameSealed) ?? '',
      relation: open('relation', row.relationSealed) ?? '',
      signature: open('signature', row.signatureSealed),
      witnessName: open('witnessName', row.witnessNameSealed),
      note: open('note', row.noteSealed),
    };
  }

  /** Each text is kept once, by its fingerprint. */
  async #textId(agencyId: AgencyId, text: ConsentText): Promise<string> {
    const hash = hashOf(text);
    const repository = this.database.repository(ConsentTextRow);
    const known = await repository.findOneBy({ agencyId, hash });
    if (known) return known.id;
    const id = this.ids.next<never>() as string;
    const { version, language } = text;
    await repository.insert({
      id,
      agencyId,
      hash,
      version,
      language,
      body: textBody(text),
      createdAt: this.clock.nowIso(),
    });
    return id;
  }
}

const place = (column: string, id: string) => `consent_statement.${column}.${id}`;
const sealedOf = (row: ConsentStatement) => [
  row.giverNameSealed,
  row.relationSealed,
  row.signatureSealed,
  row.witnessNameSealed,
  row.noteSealed,
];

const whereOf = ({ agencyId, childId, purpose, audience, occasion, giver, guardianPersonId }: Voice) => ({
  ...{ agencyId, childId, purpose, audience, giver },
  occasion: occasion ?? IsNull(),
  guardianPersonId: guardianPersonId ?? IsNull(),
});
