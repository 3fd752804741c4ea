import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type FindOptionsWhere } from 'typeorm';
import type { AgencyId, LocalDate, OfficeId, PersonId } from '@tongxing/shared/kernel';
import { canonicalPhone, newApplyCode, type ApplicationAnswers } from '@tongxing/shared/rules';
import type { ApplicationState } from '@tongxing/shared/states';
import type { Rows } from '../platform/access/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, rowWhere } from '../platform/database/index.js';
import { Application, ApplicationAsk, ApplicationTalk } from './application.entity.js';
import type { AskAnswer } from './application.entity.js';
import type {
  ApplicationFile,
  ApplicationView,
  AskView,
  Contact,
  DecisionWords,
  Said,
  TalkView,
} from './application-shapes.js';

const CODE = 'application.code';
const PHONE = 'application.phone';

/** Rows of applications, sealed and opened. Every query carries the agency, or the code of whoever came. */
@Injectable()
export class ApplicationsRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  newCode(): string {
    return newApplyCode((below) => randomInt(below));
  }

  codeIndex(code: string): string {
    return this.cipher.blindIndex(CODE, code);
  }

  /** Undefined as long as what was typed is no number. */
  phoneIndex(typed: string | undefined): string | undefined {
    const phone = canonicalPhone(typed ?? '');
    return phone === undefined ? undefined : this.cipher.blindIndex(PHONE, phone);
  }

  /** The data key of an application, made where there is none; inside a unit of work. */
  ready(agencyId: AgencyId, id: string): Promise<void> {
    return this.cipher.ensureKeys(agencyId, [id]);
  }

  sealAnswers(id: string, answers: ApplicationAnswers): string {
    return this.cipher.sealFor(id, JSON.stringify(answers), `application.answers.${id}`);
  }

  sealCode(id: string, code: string): string {
    return this.cipher.sealFor(id, code, `application.code.${id}`);
  }

  sealDecision(id: string, words: DecisionWords): string | null {
    const empty = Object.values(words).every((text) => text === undefined || text === '');
    return empty ? null : this.cipher.sealFor(id, JSON.stringify(words), `application.decision.${id}`);
  }

  sealContact(applicationId: string, id: string, contact: Contact): string {
    return this.cipher.sealFor(applicationId, JSON.stringify(contact), `application_ask.contact.${id}`);
  }

  sealSaid(applicationId: string, id: string, said: Said): string {
    return this.cipher.sealFor(applicationId, JSON.stringify(said), `application_ask.said.${id}`);
  }

  sealNote(applicationId: string, id: string, note: string): string {
    return this.cipher.sealFor(applicationId, note, `application_talk.note.${id}`);
  }

  async byCode(code: string): Promise<ApplicationView | undefined> {
    const row = await this.rows().findOneBy({ codeIndex: this.codeIndex(code) });
    return row ? (await this.open([row]))[0] : undefined;
  }

  /** The same with its row locked; inside a unit of work. */
  lockByCode(code: string): Promise<ApplicationView | undefined> {
    return this.#lock({ codeIndex: this.codeIndex(code) });
  }

  lock(within: Rows, id: string): Promise<ApplicationView | undefined> {
    return this.#lock({ ...rowWhere(within), id });
  }

  async find(within: Rows, id: string): Promise<ApplicationView | undefined> {
    const row = await this.rows().findOneBy({ ...rowWhere(within), id });
    return row ? (await this.open([row]))[0] : undefined;
  }

  /** The code with which somebody comes back; undefined where nothing is kept any more. */
  async codeOf(id: string): Promise<string | undefined> {
    const row = await this.rows().findOneBy({ id });
    if (!row) return undefined;
    await this.cipher.loadKeys([row.codeSealed]);
    return this.cipher.isErased(row.codeSealed)
      ? undefined
      : this.cipher.open(row.codeSealed, `application.code.${row.id}`);
  }

  async page(
    within: Rows,
    states: readonly ApplicationState[],
    { offset, limit }: { readonly offset: number; readonly limit: number },
    newestFirst: boolean,
  ): Promise<{ readonly applications: ApplicationView[]; readonly total: number }> {
    const where = { ...rowWhere(within), state: In([...states]) };
    const direction = newestFirst ? 'DESC' : 'ASC';
    const [rows, total] = await this.rows().findAndCount({
      where,
      order: { sentAt: direction, id: direction },
      skip: offset,
      take: limit,
    });
    return { applications: await this.open(rows), total };
  }

  count(within: Rows, states: readonly ApplicationState[]): Promise<number> {
    return this.rows().countBy({ ...rowWhere(within), state: In([...states]) });
  }

  /** How many applications came from each of these numbers, whatever became of them. */
  async countByNumber(agencyId: AgencyId, phoneIndices: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    if (phoneIndices.length === 0) return counts;
    const where = { agencyId, phoneIndex: In([...new Set(phoneIndices)]) };
    for (const { phoneIndex } of await this.rows().find({ select: { id: true, phoneIndex: true }, where })) {
      counts.set(phoneIndex ?? '', (counts.get(phoneIndex ?? '') ?? 0) + 1);
    }
    return counts;
  }

  rows() {
    return this.database.repository(Application);
  }

  asks() {
    return this.database.repository(ApplicationAsk);
  }

  talks() {
    return this.database.repository(ApplicationTalk);
  }

  /** Each with those who were asked and what was talked about: two statements for a page. */
  async files(applications: readonly ApplicationView[]): Promise<ApplicationFile[]> {
    if (applications.length === 0) return [];
    const applicationId = In(applications.map(({ id }) => id));
    const asks = await this.openAsks(await this.asks().find({ where: { applicationId }, order: { askedAt: 'ASC' } }));
    const talks = await this.#openTalks(await this.talks().find({ where: { applicationId }, order: { id: 'ASC' } }));
    return applications.map((application) => ({
      application,
      asks: asks.filter((ask) => ask.applicationId === application.id),
      talks: talks.filter((talk) => talk.applicationId === application.id),
    }));
  }

  async askByCode(code: string): Promise<AskView | undefined> {
    const row = await this.asks().findOneBy({ codeIndex: this.codeIndex(code) });
    return row ? (await this.openAsks([row]))[0] : undefined;
  }

  async lockAskByCode(code: string): Promise<AskView | undefined> {
    const query = this.asks()
      .createQueryBuilder('a')
      .where({ codeIndex: this.codeIndex(code) });
    const row = await this.database.forUpdate(query).getOne();
    return row ? (await this.openAsks([row]))[0] : undefined;
  }

  async open(rows: readonly Application[]): Promise<ApplicationView[]> {
    await this.cipher.loadKeys(rows.flatMap(({ answersSealed, decisionSealed }) => [answersSealed, decisionSealed]));
    return rows.map((row) => {
      const answers = this.#json<ApplicationAnswers>(row.answersSealed, `application.answers.${row.id}`);
      const decision = this.#json<DecisionWords>(row.decisionSealed, `application.decision.${row.id}`);
      return {
        id: row.id,
        agencyId: row.agencyId as AgencyId,
        officeId: (row.officeId ?? undefined) as OfficeId | undefined,
        via: row.via,
        applyLinkId: row.applyLinkId ?? undefined,
        phoneIndex: row.phoneIndex ?? undefined,
        answers: answers ?? {},
        locale: row.locale as 'zh-CN' | 'en',
        state: row.state,
        version: row.version,
        startedAt: row.startedAt,
        savedAt: row.savedAt,
        sentAt: row.sentAt ?? undefined,
        pausedAt: row.pausedAt ?? undefined,
        decidedAt: row.decidedAt ?? undefined,
        decidedBy: (row.decidedBy ?? undefined) as PersonId | undefined,
        declineReason: row.declineReason ?? undefined,
        decision: decision ?? {},
        personId: (row.personId ?? undefined) as PersonId | undefined,
        erased: row.erasedAt !== null || answers === undefined,
      };
    });
  }

  async openAsks(rows: readonly ApplicationAsk[]): Promise<AskView[]> {
    await this.cipher.loadKeys(rows.flatMap(({ contactSealed, saidSealed }) => [contactSealed, saidSealed]));
    return rows.map((row) => ({
      id: row.id,
      agencyId: row.agencyId as AgencyId,
      applicationId: row.applicationId,
      kind: row.kind,
      contact: this.#json<Contact>(row.contactSealed, `application_ask.contact.${row.id}`) ?? NOBODY,
      askedAt: row.askedAt,
      expiresAt: row.expiresAt,
      ended: row.endedAt !== null,
      answeredAt: row.answeredAt ?? undefined,
      answer: (row.answer ?? undefined) as AskAnswer | undefined,
      textVersion: row.textVersion ?? undefined,
      textHash: row.textHash ?? undefined,
      said: this.#json<Said>(row.saidSealed, `application_ask.said.${row.id}`),
    }));
  }

  async #openTalks(rows: readonly ApplicationTalk[]): Promise<TalkView[]> {
    await this.cipher.loadKeys(rows.map(({ noteSealed }) => noteSealed));
    return rows.map(({ id, applicationId, talkedOn, talkedBy, noteSealed }) => ({
      ...{ id, applicationId, talkedOn: talkedOn as LocalDate, talkedBy: talkedBy as PersonId },
      note: this.cipher.isErased(noteSealed) ? '' : this.cipher.open(noteSealed, `application_talk.note.${id}`),
    }));
  }

  async #lock(where: FindOptionsWhere<Application>): Promise<ApplicationView | undefined> {
    const row = await this.database.forUpdate(this.rows().createQueryBuilder('a').where(where)).getOne();
    return row ? (await this.open([row]))[0] : undefined;
  }

  #json<T>(sealed: string | null, place: string): T | undefined {
    if (sealed === null || this.cipher.isErased(sealed)) return undefined;
    return JSON.parse(this.cipher.open(sealed, place)) as T;
  }
}

const NOBODY: Contact = { name: '', phone: '', relation: '' };
