// Requests as rows: whose they are, which of them somebody may see, and their words opened.
import { Injectable } from '@nestjs/common';
import { Raw, type FindOptionsWhere } from 'typeorm';
import { localDateIn, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import {
  RIGHTS_ANSWER_DAYS,
  rightsDueOn,
  type RefusalGround,
  type Right,
  type RightsState,
} from '@tongxing/shared/rules';
import { ChildrenRepository } from '../children/index.js';
import { Agencies } from '../people/index.js';
import type { GuardianActor, PersonActor, Rows } from '../platform/access/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import type { AskedBy } from './asked-by.js';
import { RightsRequest } from './rights-request.entity.js';

/** What somebody said with it. For a correction: what is wrong, what stands there, what should. */
export interface AskedWords {
  readonly words?: string | undefined;
  readonly about?: string | undefined;
  readonly shouldBe?: string | undefined;
}
/** What the agency wrote: a reason, or what stood there before and what stands there now. */
export interface AnswerWords {
  readonly reason?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}
export interface RightsView {
  readonly id: string;
  readonly personId: PersonId;
  readonly askedBy: AskedBy;
  readonly right: Right;
  readonly asked: AskedWords;
  readonly askedAt: string;
  /** In the agency's zone. */
  readonly askedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly state: RightsState;
  readonly version: number;
  readonly decidedAt: string | undefined;
  readonly decidedBy: PersonId | undefined;
  readonly ground: RefusalGround | undefined;
  readonly answer: AnswerWords;
  readonly readyUntil: string | undefined;
}
export type Asker = PersonActor | GuardianActor;

@Injectable()
export class RightsStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly children: ChildrenRepository,
    private readonly agencies: Agencies,
  ) {}

  /** Whose data an asker asks about: their own; by a guardian's link, the child's. */
  subjectOf(actor: Asker): Promise<PersonId> {
    return actor.kind === 'person'
      ? Promise.resolve(actor.personId)
      : this.children.personOf(actor.agencyId, actor.childId);
  }

  /**
   * The asker's own requests. What came by a guardian's link is shown by the same link only: a child may have two
   * guardians, and what one asks is nothing for the other (T7).
   */
  async ownOf(actor: Asker): Promise<FindOptionsWhere<RightsRequest>> {
    const mine = { agencyId: actor.agencyId, personId: await this.subjectOf(actor) };
    return actor.kind === 'person'
      ? { ...mine, askedBy: 'SELF' }
      : { ...mine, askedBy: 'GUARDIAN', askedThrough: actor.linkId };
  }

  /** Requests of people of some offices; whoever belongs to no office is for those who see the whole agency. */
  within({ agencyId, offices }: Rows): FindOptionsWhere<RightsRequest> {
    if (offices === 'ALL') return { agencyId };
    if (offices.length === 0) return { agencyId, personId: Raw(() => '1 = 0') };
    const among = (table: string) =>
      `SELECT personId FROM ${table} WHERE agencyId = :rowAgency AND (officeId IS NULL OR officeId IN (:...rowOffices))`;
    const parameters = { rowAgency: agencyId, rowOffices: [...offices] };
    const personId = Raw(
      (column) => `(${column} IN (${among('child')}) OR ${column} IN (${among('volunteer')}))`,
      parameters,
    );
    return { agencyId, personId };
  }

  async list(where: FindOptionsWhere<RightsRequest>, skip = 0, take = 200): Promise<RightsView[]> {
    const rows = await this.rows().find({ where, order: { askedAt: 'DESC', id: 'DESC' }, skip, take });
    return this.open(rows);
  }

  async find(where: FindOptionsWhere<RightsRequest>): Promise<RightsView | undefined> {
    const row = await this.rows().findOneBy(where);
    return row ? (await this.open([row]))[0] : undefined;
  }

  /** The row, locked until the unit of work is over. */
  lock(where: FindOptionsWhere<RightsRequest>): Promise<RightsRequest | null> {
    return this.database.forUpdate(this.rows().createQueryBuilder('r').where(where)).getOne();
  }

  async open(rows: readonly RightsRequest[]): Promise<RightsView[]> {
    await this.cipher.loadKeys(rows.flatMap(({ wordsSealed, answerSealed }) => [wordsSealed, answerSealed]));
    const zones = new Map<string, string>();
    for (const agencyId of new Set(rows.map((row) => row.agencyId))) {
      zones.set(agencyId, await this.agencies.timeZone(agencyId as AgencyId));
    }
    return rows.map((row) => this.#view(row, zones.get(row.agencyId) ?? 'UTC'));
  }

  /** Inside a unit of work; the key of the person must be there. */
  seal(place: 'words' | 'answer', id: string, personId: PersonId, said: AskedWords | AnswerWords): string | null {
    const empty = Object.values(said).every((text) => text === undefined || text === '');
    return empty ? null : this.cipher.sealFor(personId, JSON.stringify(said), `rights_request.${place}.${id}`);
  }

  ready(agencyId: AgencyId, personId: PersonId): Promise<void> {
    return this.cipher.ensureKeys(agencyId, [personId]);
  }

  rows() {
    return this.database.repository(RightsRequest);
  }

  #view(row: RightsRequest, zone: string): RightsView {
    const askedOn = localDateIn(new Date(row.askedAt), zone);
    return {
      id: row.id,
      personId: row.personId as PersonId,
      askedBy: row.askedBy,
      right: row.rightKind,
      asked: this.#said('words', row.wordsSealed, row.id),
      askedAt: row.askedAt,
      askedOn,
      dueOn: rightsDueOn(askedOn, row.answerDays ?? RIGHTS_ANSWER_DAYS),
      state: row.state,
      version: row.version,
      decidedAt: row.decidedAt ?? undefined,
      decidedBy: (row.decidedBy ?? undefined) as PersonId | undefined,
      ground: row.ground ?? undefined,
      answer: this.#said('answer', row.answerSealed, row.id),
      readyUntil: row.readyUntil ?? undefined,
    };
  }

  #said(place: string, sealed: string | null, id: string): AskedWords & AnswerWords {
    if (sealed === null || this.cipher.isErased(sealed)) return {};
    return JSON.parse(this.cipher.open(sealed, `rights_request.${place}.${id}`)) as AskedWords & AnswerWords;
  }
}
