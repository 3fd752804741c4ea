// Rows of agreements, sealed with the data key of whom they are with, and opened. Every query carries the agency.
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type FindOptionsWhere } from 'typeorm';
import type { AgencyId, ChildId, LocalDate, PersonId, VolunteerId } from '@tongxing/shared/kernel';
import type {
  AgreementCapacity,
  AgreementEnd,
  AgreementKind,
  AgreementLanguage,
  AgreementMark,
  AgreementMethod,
  AgreementWay,
} from '@tongxing/shared/rules';
import { UNSIGNED_AGREEMENTS, type AgreementState } from '@tongxing/shared/states';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { Agreement, AgreementSignature, AgreementTemplate } from './agreement.entities.js';

export interface SignatureView {
  readonly capacity: AgreementCapacity;
  readonly method: AgreementMethod;
  readonly way: AgreementWay;
  readonly name: string | undefined;
  readonly relation: string | undefined;
  readonly signature: string | undefined;
  readonly witnessName: string | undefined;
  readonly signedAt: string;
  /** Who was signed in; undefined for whoever came by a link. */
  readonly signedBy: PersonId | undefined;
  readonly signedOn: LocalDate;
  readonly textHash: string;
}
export interface AgreementView {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly kind: AgreementKind;
  readonly template: AgreementTemplate;
  readonly personId: PersonId;
  readonly volunteerId: VolunteerId | undefined;
  readonly childId: ChildId | undefined;
  readonly number: string;
  readonly code: string;
  readonly state: AgreementState;
  readonly guardianNeeded: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly language: AgreementLanguage | undefined;
  /** Word by word what was signed; undefined before anybody has. */
  readonly text: string | undefined;
  readonly textHash: string | undefined;
  readonly offeredAt: string;
  /** Undefined where the release of a new version offered it. */
  readonly offeredBy: PersonId | undefined;
  readonly signBy: LocalDate | undefined;
  readonly startsOn: LocalDate | undefined;
  readonly validUntil: LocalDate | undefined;
  readonly factId: string | undefined;
  readonly endedOn: LocalDate | undefined;
  readonly endReason: AgreementEnd | undefined;
  readonly endNote: string | undefined;
  readonly version: number;
  readonly signatures: readonly SignatureView[];
}

const MOST_SHOWN = 200;
const PLACES = {
  values: (id: string) => `agreement.values.${id}`,
  text: (id: string) => `agreement.text.${id}`,
  endNote: (id: string) => `agreement.endNote.${id}`,
  name: (id: string) => `agreement_signature.name.${id}`,
  relation: (id: string) => `agreement_signature.relation.${id}`,
  signature: (id: string) => `agreement_signature.signature.${id}`,
  witness: (id: string) => `agreement_signature.witness.${id}`,
} as const;

@Injectable()
export class AgreementsRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  rows() {
    return this.database.repository(Agreement);
  }

  /** The data keys of these people, made where there are none; inside a unit of work. */
  ready(agencyId: AgencyId, personIds: readonly string[]): Promise<void> {
    return this.cipher.ensureKeys(agencyId, personIds);
  }

  sealValues(personId: string, id: string, values: Readonly<Record<string, string>>): string {
    return this.cipher.sealFor(personId, JSON.stringify(values), PLACES.values(id));
  }

  sealText(personId: string, id: string, text: string): string {
    return this.cipher.sealFor(personId, text, PLACES.text(id));
  }

  sealEndNote(personId: string, id: string, note: string | undefined): string | null {
    return this.cipher.sealOptionalFor(personId, note, PLACES.endNote(id));
  }

  /** One more hand; inside a unit of work, `ready` before. */
  async addSignature(
    { agencyId, id: agreementId, personId: subjectId }: Pick<AgreementView, 'agencyId' | 'id' | 'personId'>,
    signature: Pick<AgreementSignature, 'id' | 'capacity' | 'way' | 'signedBy' | 'signedAt' | 'signedOn' | 'textHash'>,
    mark: AgreementMark,
  ): Promise<void> {
    const { id } = signature;
    const trimmed = (text: string | undefined) => (text?.trim() ? text.trim() : undefined);
    const seal = (text: string | undefined, place: string) => this.cipher.sealOptionalFor(subjectId, text, place);
    await this.database.repository(AgreementSignature).insert({
      ...signature,
      ...{ agencyId, agreementId, subjectId, method: mark.method },
      nameSealed: this.cipher.sealFor(subjectId, mark.name.trim(), PLACES.name(id)),
      relationSealed: seal(trimmed(mark.relation), PLACES.relation(id)),
      signatureSealed: seal(mark.method === 'DRAWN' ? mark.signature : undefined, PLACES.signature(id)),
      witnessSealed: seal(trimmed(mark.witnessName), PLACES.witness(id)),
    });
  }

  /** One with its row locked; inside a unit of work. */
  async lock(agencyId: AgencyId, id: string): Promise<AgreementView | undefined> {
    const query = this.rows().createQueryBuilder('a').where({ agencyId, id });
    const row = await this.database.forUpdate(query).getOne();
    return row ? (await this.#open([row], true))[0] : undefined;
  }

  async find(agencyId: AgencyId, id: string): Promise<AgreementView | undefined> {
    return (await this.#list({ agencyId, id }))[0];
  }

  async byRequest(agencyId: AgencyId, requestId: string): Promise<AgreementView | undefined> {
    return (await this.#list({ agencyId, requestId }))[0];
  }

  byNumber(number: string): Promise<Agreement | null> {
    return this.rows().findOneBy({ number });
  }

  /** Of one volunteer, or of one child; the newest first. */
  ofPerson(agencyId: AgencyId, personId: string): Promise<AgreementView[]> {
    return this.#list({ agencyId, personId });
  }

  /** In one state, or in any; the newest first, 200 at most. */
  inState(agencyId: AgencyId, state?: AgreementState): Promise<AgreementView[]> {
    return this.#list(state ? { agencyId, state } : { agencyId });
  }

  /** Those in force that stand on another version than this; nothing opened. */
  heldByOthers(agencyId: AgencyId, kind: AgreementKind, templateId: string): Promise<Agreement[]> {
    return this.rows().findBy({ agencyId, kind, state: 'IN_FORCE', templateId: Not(templateId) });
  }

  /** Waiting for a signature of somebody, locked: two who offer at once wait for each other. Inside a unit of work. */
  async lockUnsigned(agencyId: AgencyId, personId: string, kind: AgreementKind): Promise<Agreement[]> {
    const where = { agencyId, personId, kind, state: In([...UNSIGNED_AGREEMENTS]) };
    return this.database.forUpdate(this.rows().createQueryBuilder('a').where(where)).getMany();
  }

  /** Those of one person in force beside this one; inside a unit of work. */
  inForceBeside(agreement: Pick<AgreementView, 'agencyId' | 'personId' | 'kind' | 'id'>): Promise<Agreement[]> {
    const { agencyId, personId, kind, id } = agreement;
    return this.rows().findBy({ agencyId, personId, kind, state: 'IN_FORCE', id: Not(id) });
  }

  /** Service agreements of these children that ever came into force, the blanks and texts left closed. */
  async serviceOf(agencyId: AgencyId, childIds: readonly string[]): Promise<Agreement[]> {
    if (childIds.length === 0) return [];
    const where = { agencyId, kind: 'SERVICE' as const, childId: In([...new Set(childIds)]), startsOn: Not(IsNull()) };
    return this.rows().find({ where, order: { startsOn: 'ASC', id: 'ASC' } });
  }

  /** Opens the blanks of rows for the next version's offer, by agreement id; those erased are left out. */
  async valuesOf(rows: readonly Agreement[]): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
    await this.cipher.loadKeys(rows.map(({ valuesSealed }) => valuesSealed));
    return new Map(
      rows.flatMap(({ id, valuesSealed }) => {
        const opened = this.#text(valuesSealed, PLACES.values(id));
        return opened === undefined ? [] : [[id, JSON.parse(opened) as Record<string, string>] as const];
      }),
    );
  }

  async #list(where: FindOptionsWhere<Agreement>): Promise<AgreementView[]> {
    const order = { offeredAt: 'DESC', id: 'DESC' } as const;
    return this.#open(await this.rows().find({ where, order, take: MOST_SHOWN }));
  }

  async #open(rows: readonly Agreement[], locked = false): Promise<AgreementView[]> {
    if (rows.length === 0) return [];
    const templates = await this.database
      .repository(AgreementTemplate)
      .findBy({ id: In([...new Set(rows.map(({ templateId }) => templateId))]) });
    const hands = this.database
      .repository(AgreementSignature)
      .createQueryBuilder('s')
      .where({ agreementId: In(rows.map(({ id }) => id)) })
      .orderBy('s.signedAt', 'ASC')
      .addOrderBy('s.id', 'ASC');
    // Of a locked agreement what is there now, not what was when the unit began: another one may have signed meanwhile.
    const signatures = await (locked ? this.database.forUpdate(hands) : hands).getMany();
    await this.cipher.loadKeys([
      ...rows.flatMap((row) => [row.valuesSealed, row.textSealed, row.endNoteSealed]),
      ...signatures.flatMap((one) => [one.nameSealed, one.relationSealed, one.signatureSealed, one.witnessSealed]),
    ]);
    return rows.map((row) => {
      const template = templates.find(({ id }) => id === row.templateId);
      if (!template) throw new Error('BUG: an agreement without its text');
      const own = signatures.filter(({ agreementId }) => agreementId === row.id);
      return this.#view(row, template, own);
    });
  }

  #view(row: Agreement, template: AgreementTemplate, signatures: readonly AgreementSignature[]): AgreementView {
    const { id, kind, number, code, state, guardianNeeded, offeredAt, version } = row;
    return {
      ...{ id, kind, number, code, state, guardianNeeded, offeredAt, version, template },
      agencyId: row.agencyId as AgencyId,
      personId: row.personId as PersonId,
      volunteerId: (row.volunteerId ?? undefined) as VolunteerId | undefined,
      childId: (row.childId ?? undefined) as ChildId | undefined,
      offeredBy: (row.offeredBy ?? undefined) as PersonId | undefined,
      values: JSON.parse(this.#text(row.valuesSealed, PLACES.values(id)) ?? '{}') as Record<string, string>,
      language: (row.language ?? undefined) as AgreementLanguage | undefined,
      text: this.#text(row.textSealed, PLACES.text(id)),
      textHash: row.textHash ?? undefined,
      signBy: (row.signBy ?? undefined) as LocalDate | undefined,
      startsOn: (row.startsOn ?? undefined) as LocalDate | undefined,
      validUntil: (row.validUntil ?? undefined) as LocalDate | undefined,
      factId: row.factId ?? undefined,
      endedOn: (row.endedOn ?? undefined) as LocalDate | undefined,
      endReason: row.endReason ?? undefined,
      endNote: this.#text(row.endNoteSealed, PLACES.endNote(id)),
      signatures: signatures.map((one) => this.#signature(one)),
    };
  }

  #signature(row: AgreementSignature): SignatureView {
    const { id, capacity, method, way, signedAt, textHash } = row;
    return {
      signedBy: (row.signedBy ?? undefined) as PersonId | undefined,
      ...{ capacity, method, way, signedAt, textHash, signedOn: row.signedOn as LocalDate },
      name: this.#text(row.nameSealed, PLACES.name(id)),
      relation: this.#text(row.relationSealed, PLACES.relation(id)),
      signature: this.#text(row.signatureSealed, PLACES.signature(id)),
      witnessName: this.#text(row.witnessSealed, PLACES.witness(id)),
    };
  }

  /** Of somebody erased nothing is opened. */
  #text(sealed: string | null, place: string): string | undefined {
    return sealed === null || this.cipher.isErased(sealed) ? undefined : this.cipher.open(sealed, place);
  }
}
