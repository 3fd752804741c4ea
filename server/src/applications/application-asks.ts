// Those who are asked about an applicant, without an account: a minor's guardian, and people who know the applicant.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { GUARDIAN_TEXT_VERSION, guardianText, readApplyCode } from '@tongxing/shared/rules';
import { APPLICATION_WAITS } from '@tongxing/shared/states';
import { Agencies } from '../people/index.js';
import { allRows } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import type { AskAnswer, AskKind } from './application.entity.js';
import type { ApplicationView, AskView, Contact, Said } from './application-shapes.js';
import { ApplicationsRepository } from './applications.repository.js';

/** What whoever holds the link is told. */
export interface AskLook {
  readonly kind: AskKind;
  readonly agencyName: string;
  readonly agencyPhone: string | undefined;
  readonly applicantName: string;
  readonly contactName: string;
  readonly answer: AskAnswer | undefined;
  /** Of a guardian's: the exact words, and their fingerprint. */
  readonly text: string | undefined;
  readonly textHash: string | undefined;
}
export interface AskReply {
  readonly code: string;
  readonly locale: 'zh-CN' | 'en';
  readonly answer: AskAnswer;
  readonly said: Said;
  /** Of a guardian: the fingerprint of the text that was on the screen. */
  readonly textHash: string | undefined;
}
type Locale = 'zh-CN' | 'en';

const LIFE_MS = 30 * 86_400_000;
const LONGEST = { name: 60, relation: 60, words: 1000 } as const;
const LONGEST_SIGNATURE = 20_000;
const STROKES = /^M[\d. ML-]+$/;

@Injectable()
export class ApplicationAsks {
  constructor(
    private readonly repository: ApplicationsRepository,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly agencies: Agencies,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Asks, or asks again: the link before ends. Inside a unit of work that holds the application's row. The code of the
   * link goes to whoever is asked, and to nobody else.
   */
  async ask(application: ApplicationView, kind: AskKind, contact: Contact, askedBy?: string): Promise<string> {
    const { id: applicationId, agencyId, locale } = application;
    await this.repository.ready(agencyId, applicationId);
    await this.#end(applicationId, kind, contact.phone);
    const id = this.ids.next<never>() as string;
    const code = this.repository.newCode();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LIFE_MS).toISOString();
    await this.repository.asks().insert({
      ...{ id, agencyId, applicationId, kind, expiresAt },
      contactSealed: this.repository.sealContact(applicationId, id, contact),
      codeIndex: this.repository.codeIndex(code),
      askedAt: now.toISOString(),
      askedBy: askedBy ?? null,
      ...{ endedAt: null, answeredAt: null, answer: null, textVersion: null, textHash: null, saidSealed: null },
    });
    const action = kind === 'GUARDIAN' ? 'application.guardianAsked' : 'application.refereeAsked';
    this.trail.record({ action, subjectType: 'Application', subjectId: applicationId });
    const path = `${kind === 'GUARDIAN' ? '/apply/guardian' : '/apply/reference'}/${code}`;
    const letter = { applicationId, phone: contact.phone, path, kind, locale, expiresAt };
    await this.outbox.publish('ApplicationAsked', letter, { subject: applicationId });
    return code;
  }

  /** Ends every link of an application: it is decided, or taken back. Inside a unit of work. */
  async endAll(applicationId: string): Promise<void> {
    const living = { applicationId, endedAt: IsNull(), answeredAt: IsNull() };
    await this.repository.asks().update(living, { endedAt: this.clock.nowIso() });
  }

  /** Undefined for a link that has ended and for one that never was; deliberately the same. */
  async look(typed: string, locale: Locale): Promise<AskLook | undefined> {
    const found = await this.#living(typed);
    if (!found) return undefined;
    const { ask, application } = found;
    const { name: agencyName, contactPhone } = await this.agencies.get(ask.agencyId);
    const text = this.#text(ask, application, agencyName, locale);
    return {
      kind: ask.kind,
      agencyName,
      agencyPhone: contactPhone ?? undefined,
      applicantName: application.answers.name ?? '',
      contactName: ask.contact.name,
      answer: ask.answer,
      text,
      textHash: text && fingerprint(text),
    };
  }

  /** Keeps the answer once. A guardian may still say no after a yes, as long as nothing is decided. */
  async reply(reply: AskReply): Promise<Result<AskLook, InvalidInputError | NotFoundError>> {
    const found = await this.#living(reply.code);
    if (!found) return err({ code: 'NOT_FOUND' });
    const fields = replyProblems(found.ask.kind, reply);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const { agencyId } = found.ask;
    const name = found.ask.kind === 'GUARDIAN' ? 'applicant-guardian' : 'applicant-referee';
    const done = await this.work.run({ kind: 'system', agencyId, name }, () => this.#reply(reply, found.application));
    if (!done.ok) return done;
    const look = await this.look(reply.code, reply.locale);
    return look ? ok(look) : err({ code: 'NOT_FOUND' });
  }

  async #reply(
    { code, locale, answer, said, textHash }: AskReply,
    application: ApplicationView,
  ): Promise<Result<true, InvalidInputError | NotFoundError>> {
    const ask = await this.repository.lockAskByCode(readApplyCode(code) ?? '');
    if (!ask || ask.ended) return err({ code: 'NOT_FOUND' });
    const takesBack = ask.kind === 'GUARDIAN' && ask.answer === 'YES' && answer === 'NO';
    // A second press of the same button.
    if (ask.answer !== undefined && !takesBack) return ok(true as const);
    const { id, agencyId, applicationId } = ask;
    const text = this.#text(ask, application, (await this.agencies.get(agencyId)).name, locale);
    if (text !== undefined && fingerprint(text) !== textHash) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'textHash', code: 'TEXT_CHANGED' }] });
    }
    await this.repository.ready(agencyId, applicationId);
    await this.repository.asks().update(
      { id },
      {
        answer,
        answeredAt: this.clock.nowIso(),
        textVersion: text === undefined ? null : `${GUARDIAN_TEXT_VERSION}.${locale}`,
        textHash: text === undefined ? null : fingerprint(text),
        saidSealed: this.repository.sealSaid(applicationId, id, said),
      },
    );
    const action = ask.kind === 'GUARDIAN' ? 'application.guardianAnswered' : 'application.refereeAnswered';
    const facts = { answer };
    this.trail.record({ action, subjectType: 'Application', subjectId: applicationId, facts });
    return ok(true as const);
  }

  async #living(typed: string) {
    const code = readApplyCode(typed);
    const ask = code === undefined ? undefined : await this.repository.askByCode(code);
    if (!ask || ask.ended || ask.expiresAt <= this.clock.nowIso()) return undefined;
    const application = await this.repository.find(allRows(ask.agencyId), ask.applicationId);
    if (!application || application.erased || !APPLICATION_WAITS.includes(application.state)) return undefined;
    return { ask, application };
  }

  #text(ask: AskView, application: ApplicationView, agencyName: string, locale: Locale): string | undefined {
    if (ask.kind !== 'GUARDIAN') return undefined;
    const applicantName = application.answers.name ?? '';
    return guardianText({ agencyName, applicantName, guardianName: ask.contact.name }, locale);
  }

  /** One living link for a guardian; one for each number of a referee. */
  async #end(applicationId: string, kind: AskKind, phone: string): Promise<void> {
    const living = await this.repository.asks().findBy({ applicationId, kind, endedAt: IsNull() });
    for (const { id, contact, answer } of await this.repository.openAsks(living)) {
      if (kind === 'REFEREE' && (contact.phone !== phone || answer !== undefined)) continue;
      await this.repository.asks().update({ id }, { endedAt: this.clock.nowIso() });
    }
  }
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');

function replyProblems(kind: AskKind, { answer, said }: AskReply): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [field, longest] of Object.entries(LONGEST)) {
    if ([...(said[field as keyof typeof LONGEST] ?? '')].length > longest) problems.push({ field, code: 'TOO_LONG' });
  }
  if (said.name.trim() === '') problems.push({ field: 'name', code: 'REQUIRED' });
  if (kind === 'REFEREE') {
    if ((said.words ?? '').trim() === '') problems.push({ field: 'words', code: 'REQUIRED' });
    return problems;
  }
  if (answer === 'WITH_CARE') problems.push({ field: 'answer', code: 'UNKNOWN' });
  if ((said.relation ?? '').trim() === '') problems.push({ field: 'relation', code: 'REQUIRED' });
  const { signature = '' } = said;
  if (said.method === undefined) problems.push({ field: 'method', code: 'REQUIRED' });
  if (said.method === 'DRAWN' && (signature.length > LONGEST_SIGNATURE || !STROKES.test(signature))) {
    problems.push({ field: 'signature', code: signature === '' ? 'REQUIRED' : 'INVALID' });
  }
  return problems;
}
