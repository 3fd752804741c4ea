// What a child and a guardian say to helping: on the worker's device, or the guardian by the personal link.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { HELPER_TEXT_VERSION, helperConsentText, type HelperLanguage } from '@tongxing/shared/rules';
import { ChildrenRepository, type ChildView } from '../children/index.js';
import { FILE_GUARDIAN, GuardianLinks, LedgerFacts, LedgerGuardians, type GuardianView } from '../disclosure/index.js';
import { Agencies } from '../people/index.js';
import { allRows, rowsFor, type Actor, type GuardianActor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { HelperFactsReader, type JourneyView } from './helper-facts.js';
import { HelperRows, type NewAnswer } from './helper-rows.js';
import { HelperVolunteers } from './helper-volunteers.js';
import type { AnswerGiver, AnswerMethod, HelperJourney } from './helper.entities.js';

export interface HelperText {
  readonly parts: readonly string[];
  readonly hash: string;
}
export interface SaidAtDesk {
  readonly giver: AnswerGiver;
  readonly guardianId?: string | undefined;
  readonly yes: boolean;
  readonly method: Exclude<AnswerMethod, 'LINK'>;
  readonly signature?: string | undefined;
  readonly language: HelperLanguage;
  readonly textHash: string;
}
/** What waits on a guardian's page. */
export interface HelperQuestion {
  readonly text: HelperText;
  readonly childName: string;
  /** The newest word of a guardian; undefined before there is one. */
  readonly answer: 'YES' | 'NO' | undefined;
}

const MISSING = err({ code: 'NOT_FOUND' as const });
const STROKES = /^M[\d. ML-]{1,20000}$/;

@Injectable()
export class HelperAnswers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly agencies: Agencies,
    private readonly children: ChildrenRepository,
    private readonly ledger: LedgerFacts,
    private readonly guardians: LedgerGuardians,
    private readonly links: GuardianLinks,
    private readonly rows: HelperRows,
    private readonly reader: HelperFactsReader,
    private readonly records: HelperVolunteers,
  ) {}

  async text(agencyId: AgencyId, language: HelperLanguage): Promise<HelperText> {
    const parts = helperConsentText((await this.agencies.get(agencyId)).name, language);
    return { parts, hash: createHash('sha256').update(parts.join('\n')).digest('hex') };
  }

  /** Guardians who count today; those under suspicion are not among them (T13). */
  async guardiansOf(agencyId: AgencyId, child: ChildView): Promise<GuardianView[]> {
    const today = await this.agencies.today(agencyId);
    const facts = (await this.ledger.children(agencyId, [child.id], today)).get(child.id);
    return facts ? (await this.guardians.of(agencyId, child, facts)).filter(({ barred }) => !barred) : [];
  }

  /** By name, for the desk; none where the child is not the actor's. */
  async guardiansFor(actor: PersonActor, childId: string): Promise<GuardianView[]> {
    const child = (await this.children.byIds(rowsFor(actor, 'helping.read'), [childId])).get(childId);
    return child ? this.guardiansOf(actor.agencyId, child) : [];
  }

  async record(
    actor: PersonActor,
    journeyId: string,
    said: SaidAtDesk,
  ): Promise<Result<JourneyView, NotFoundError | InvalidInputError>> {
    const { agencyId } = actor;
    const found = await this.#mine(actor, journeyId);
    if (!found) return MISSING;
    const guardian = (await this.guardiansOf(agencyId, found.child)).find(({ id }) => id === said.guardianId);
    const { hash } = await this.text(agencyId, said.language);
    const fields = [
      ...(said.textHash === hash ? [] : [{ field: 'textHash', code: 'TEXT_CHANGED' }]),
      ...(said.giver === 'GUARDIAN' && !guardian ? [{ field: 'guardianId', code: 'NOT_A_GUARDIAN' }] : []),
      ...(said.method === 'SIGNATURE' && !STROKES.test(said.signature ?? '')
        ? [{ field: 'signature', code: 'REQUIRED' }]
        : []),
    ];
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const giverName = said.giver === 'CHILD' ? found.child.person.name : (guardian?.name ?? '');
    const { giver, yes, method, signature, language } = said;
    return this.#write(actor, journeyId, {
      ...{ giver, answer: yes ? 'YES' : 'NO', method, giverName, language, textHash: hash },
      signature: method === 'SIGNATURE' ? signature : undefined,
      textVersion: HELPER_TEXT_VERSION,
      recordedBy: actor.personId,
    });
  }

  /** Makes the personal link to the question, which goes to the guardian's phone where one is known. */
  async ask(
    actor: PersonActor,
    journeyId: string,
    guardianId: string,
  ): Promise<Result<{ readonly path: string; readonly expiresAt: string }, NotFoundError | InvalidInputError>> {
    const { agencyId } = actor;
    const found = await this.#mine(actor, journeyId);
    if (!found) return MISSING;
    const { child } = found;
    const guardian = (await this.guardiansOf(agencyId, child)).find(({ id }) => id === guardianId);
    if (!guardian) return err({ code: 'INVALID_INPUT', fields: [{ field: 'guardianId', code: 'NOT_A_GUARDIAN' }] });
    const { locale } = await this.agencies.get(agencyId);
    return this.work.run(actor, async () => {
      const ofPerson = guardianId === FILE_GUARDIAN ? null : guardianId;
      const link = await this.links.create(agencyId, child.id, actor.personId, ofPerson);
      this.trail.record({ action: 'guardianLink.created', subjectType: 'GuardianLink', subjectId: link.id });
      const { path, expiresAt } = link;
      if (guardian.phone) {
        const subject = child.person.id;
        const language = locale === 'en' ? ('en' as const) : ('zh-CN' as const);
        const letter = { phone: guardian.phone, path, expiresAt, locale: language, childPersonId: subject };
        await this.outbox.publish('GuardianLinkCreated', letter, { subject });
      }
      return ok({ path, expiresAt });
    });
  }

  /** Undefined while no child of this link's wishes to help, and for a guardian who does not count. */
  async question(actor: GuardianActor, language: HelperLanguage): Promise<HelperQuestion | undefined> {
    const me = await this.#guardian(actor);
    const row = me && (await this.rows.openOfChild(actor.agencyId, actor.childId));
    if (!row) return undefined;
    const [view] = await this.reader.views(actor.agencyId, [row]);
    if (!view?.facts.minor) return undefined;
    const { answers } = await this.rows.of(actor.agencyId, [row.id]);
    const answer = answers.filter(({ giver }) => giver === 'GUARDIAN').at(-1)?.answer;
    return { text: await this.text(actor.agencyId, language), childName: me.child.person.name, answer };
  }

  /** A no takes back an earlier yes, and the child's service rests at once. */
  async answer(
    actor: GuardianActor,
    {
      yes,
      language,
      textHash,
    }: { readonly yes: boolean; readonly language: HelperLanguage; readonly textHash: string },
  ): Promise<Result<HelperQuestion, NotFoundError | InvalidInputError>> {
    const me = await this.#guardian(actor);
    const row = me && (await this.rows.openOfChild(actor.agencyId, actor.childId));
    const question = await this.question(actor, language);
    if (!row || !question) return MISSING;
    if (question.text.hash !== textHash) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'textHash', code: 'TEXT_CHANGED' }] });
    }
    const written = await this.#write(actor, row.id, {
      ...{ giver: 'GUARDIAN', answer: yes ? 'YES' : 'NO', method: 'LINK', giverName: me.guardian.name },
      ...{ language, textHash, textVersion: HELPER_TEXT_VERSION, recordedBy: null },
    });
    if (!written.ok) return written;
    return ok({ ...question, answer: yes ? ('YES' as const) : ('NO' as const) });
  }

  async #write(
    actor: Actor,
    journeyId: string,
    said: Omit<NewAnswer, 'saidOn'>,
  ): Promise<Result<JourneyView, NotFoundError>> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    const written = await this.work.run(actor, async () => {
      const row = await this.rows.lockOpen(agencyId, journeyId);
      if (!row) return MISSING;
      const id = await this.rows.answer(row, { ...said, saidOn: today });
      const { giver: who, answer, method } = said;
      const facts = { who, answer, method };
      this.trail.record({ action: 'helper.answered', subjectType: 'HelperAnswer', subjectId: id, facts });
      await this.#follow(row, said, today);
      return ok(row);
    });
    if (!written.ok) return written;
    const [view] = await this.reader.views(agencyId, [written.value]);
    return view ? ok(view) : MISSING;
  }

  /** With both yeses the record as a volunteer opens; with a no it rests. */
  async #follow(row: HelperJourney, { answer }: Omit<NewAnswer, 'saidOn'>, today: LocalDate): Promise<void> {
    if (answer === 'NO') return this.records.rest(row, today);
    const [view] = await this.reader.views(row.agencyId as AgencyId, [row]);
    if (view?.facts.childYesOn !== undefined && view.facts.guardianYesOn !== undefined) {
      await this.records.open(row, today);
    }
  }

  async #mine(actor: PersonActor, journeyId: string): Promise<{ row: HelperJourney; child: ChildView } | undefined> {
    const row = await this.rows.find(actor.agencyId, journeyId);
    const child = row && (await this.children.byIds(rowsFor(actor, 'helping.begin'), [row.childId])).get(row.childId);
    return row && child && row.origin === 'CHILD' ? { row, child } : undefined;
  }

  async #guardian(actor: GuardianActor): Promise<{ child: ChildView; guardian: GuardianView } | undefined> {
    const { agencyId, childId } = actor;
    const child = (await this.children.byIds(allRows(agencyId), [childId])).get(childId);
    if (!child) return undefined;
    const all = await this.guardiansOf(agencyId, child);
    const of = await this.links.guardianOf(actor.linkId);
    // A link made for nobody in particular went to the guardian whom the agency calls first.
    const guardian = of === null ? all[0] : all.find(({ id }) => id === of);
    return guardian && { child, guardian };
  }
}
