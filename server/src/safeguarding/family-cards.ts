import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import { newCardCode, readCardCode } from '@tongxing/shared/rules';
import { ChildrenRepository } from '../children/index.js';
import { CompanionshipsRepository, Pauses, type CompanionshipView } from '../matching/index.js';
import { Agencies, DoorMemory, PeopleRepository, VolunteersRepository } from '../people/index.js';
import { allRows, rowsFor, type Actor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../platform/audit-trail/index.js';
import { platformActor, Throttles, type TooManyAttemptsError } from '../platform/auth/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import type { RaisedByKind } from './concern-words.js';
import { Concerns } from './concerns.js';
import { FamilyCard } from './family-card.entity.js';

/** What stands on the printed card: who the companion is, whom to call, and the code. The child is not named. */
export interface CardView {
  readonly code: string | undefined;
  readonly companionName: string;
  readonly workerName: string;
  readonly workerPhone: string | undefined;
  readonly agencyName: string;
  readonly agencyPhone: string | undefined;
}
export const CARD_WORDS = ['STOP', 'SOMETHING_WRONG'] as const;
export type CardWord = (typeof CARD_WORDS)[number];
export interface CardMessage {
  readonly code: string;
  readonly say: CardWord;
  readonly who: Extract<RaisedByKind, 'CHILD' | 'GUARDIAN' | 'OTHER'>;
  readonly text: string;
  readonly requestId: string;
  /** It is about the worker whose name stands on the card. */
  readonly aboutWorker: boolean;
}

const LONGEST_TEXT = 2000;
const LONGEST_REQUEST_ID = 64;

/** The card of a family: made by a worker, printed, and heard without an account (H26, the child's voice). */
@Injectable()
export class FamilyCards {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cipher: Cipher,
    private readonly throttles: Throttles,
    private readonly memory: DoorMemory,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly children: ChildrenRepository,
    private readonly companionships: CompanionshipsRepository,
    private readonly pauses: Pauses,
    private readonly concerns: Concerns,
  ) {}

  /** The card of a pair as it is printed; undefined where the pair is not the actor's to see. */
  async card(actor: PersonActor, pairId: string): Promise<CardView | undefined> {
    const pair = await this.companionships.find(rowsFor(actor, 'consent.link'), pairId);
    return pair && this.#view(pair, await this.#codeOf(pair));
  }

  /** Makes the card with a new code; the code before it, which somebody lost, opens nothing any more. */
  async make(actor: PersonActor, pairId: string): Promise<Result<CardView, NotFoundError>> {
    return this.work.run(actor, async () => {
      const found = await this.companionships.lock(rowsFor(actor, 'consent.link'), pairId);
      if (!found.ok) return err({ code: 'NOT_FOUND' as const });
      const pair = found.value;
      const code = newCardCode(randomInt);
      const now = this.clock.nowIso();
      const cards = this.database.repository(FamilyCard);
      await cards.update({ companionshipId: pair.id, revokedAt: IsNull() }, { revokedAt: now });
      const id: string = this.ids.next<never>();
      const subject = await this.children.personOf(pair.agencyId, pair.childId);
      await this.cipher.ensureKeys(pair.agencyId, [subject]);
      await cards.insert({
        ...{ id, agencyId: pair.agencyId, companionshipId: pair.id, createdBy: actor.personId, createdAt: now },
        codeIndex: this.#index(code),
        codeSealed: this.cipher.sealFor(subject, code, place(id)),
        ...{ revokedAt: null, lastUsedAt: null },
      });
      this.trail.record({ action: 'familyCard.made', subjectType: 'Companionship', subjectId: pair.id });
      return ok(await this.#view(pair, code));
    });
  }

  /**
   * Hears what the holder of a card says. A code that is nobody's is answered like one that is somebody's, so that
   * nobody finds out by trying; one that was mistyped shows by itself, before anything is looked up.
   */
  async hear(message: CardMessage, address: string): Promise<Result<true, InvalidInputError | TooManyAttemptsError>> {
    const code = readCardCode(message.code);
    const fields = problemsOf(message, code);
    if (code === undefined || fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const throttled = await this.throttles.take('family-card', code, address);
    if (throttled) {
      if (throttled.first) await this.memory.throttled('family-card');
      return err({ code: throttled.code, retryAfterSeconds: throttled.retryAfterSeconds });
    }
    const codeIndex = this.#index(code);
    const card = await this.database.repository(FamilyCard).findOneBy({ codeIndex, revokedAt: IsNull() });
    if (card) await this.#heard(card, message);
    else await this.#unknown();
    return ok(true as const);
  }

  async #heard({ id, agencyId, companionshipId }: FamilyCard, message: CardMessage): Promise<void> {
    const { say, who, text, requestId, aboutWorker } = message;
    const actor: Actor = { kind: 'system', agencyId: agencyId as AgencyId, name: 'family-card' };
    await this.work.run(actor, async () => {
      const pair = await this.companionships.find(allRows(actor.agencyId), companionshipId);
      if (!pair) throw new Error('BUG: a family card without its companionship');
      await this.database.repository(FamilyCard).update({ id }, { lastUsedAt: this.clock.nowIso() });
      const facts = { said: say, by: who };
      this.trail.record({ action: 'familyCard.used', subjectType: 'Companionship', subjectId: pair.id, facts });
      if (say === 'STOP') await this.pauses.byFamily(actor.agencyId, pair.id);
      else await this.concerns.raiseByCard(pair, { kind: who, text, requestId: `card.${requestId}`, aboutWorker });
    });
  }

  #unknown(): Promise<void> {
    const entry = { action: 'familyCard.unknown', subjectType: 'Companionship' };
    return rememberRefusal(this.work, this.trail, platformActor('family-card'), entry);
  }

  async #codeOf({ agencyId, id }: CompanionshipView): Promise<string | undefined> {
    const where = { agencyId, companionshipId: id, revokedAt: IsNull() };
    const row = await this.database.repository(FamilyCard).findOneBy(where);
    if (!row) return undefined;
    await this.cipher.loadKeys([row.codeSealed]);
    return this.cipher.isErased(row.codeSealed) ? undefined : this.cipher.open(row.codeSealed, place(row.id));
  }

  async #view(pair: CompanionshipView, code: string | undefined): Promise<CardView> {
    const { agencyId, volunteerId, workerId } = pair;
    const companion = (await this.volunteers.byIds(allRows(agencyId), [volunteerId])).get(volunteerId);
    const worker = (await this.people.byIds(agencyId, [workerId])).get(workerId);
    const { name, contactPhone } = await this.agencies.get(agencyId);
    return {
      code,
      companionName: companion?.person.name ?? '',
      workerName: worker?.name ?? '',
      workerPhone: worker?.phone,
      agencyName: name,
      agencyPhone: contactPhone ?? undefined,
    };
  }

  #index(code: string): string {
    return this.cipher.blindIndex('family-card', code);
  }
}

const place = (id: string) => `family_card.code.${id}`;

function problemsOf({ text, requestId }: CardMessage, code: string | undefined): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (code === undefined) problems.push({ field: 'code', code: 'MISTYPED' });
  if (text.trim().length > LONGEST_TEXT) problems.push({ field: 'text', code: 'TOO_LONG' });
  // Room for the word that keeps requests of cards apart from those of accounts.
  if (requestId === '' || requestId.length > LONGEST_REQUEST_ID - 'card.'.length) {
    problems.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
  }
  return problems;
}
