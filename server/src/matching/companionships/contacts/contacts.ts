import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { err, ok, type AgencyId, type ChildId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { nextContactOn, type ContactKind } from '@tongxing/shared/rules';
import { ChildrenRepository } from '../../../children/index.js';
import { Agencies } from '../../../people/index.js';
import type { PersonActor } from '../../../platform/access/index.js';
import { AuditTrail } from '../../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../../platform/clock/index.js';
import { Cipher } from '../../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import type { FieldProblem, InvalidInputError } from '../../../platform/graphql/index.js';
import { CompanionshipsRepository, type CompanionshipView, type StepError } from '../companionships.repository.js';
import { isOver, withinCover } from '../covers/cover-days.js';
import { OwnPairs } from '../own-pairs.js';
import { requestKeyOf } from '../request-key.js';
import { CompanionshipContact } from './companionship-contact.entity.js';

export interface NewContact {
  readonly kind: ContactKind;
  readonly happenedOn: LocalDate;
  readonly note: string | undefined;
  readonly requestId: string;
}
export interface ContactView {
  readonly id: string;
  readonly companionshipId: string;
  readonly happenedOn: LocalDate;
  readonly kind: ContactKind;
  readonly note: string | undefined;
  readonly recordedBy: string;
}
export type ContactError = StepError | InvalidInputError;

const LONGEST_NOTE = 500;
const LONGEST_REQUEST_ID = 64;
const MOST_SHOWN = 12;

/** Contacts of a pair: an attempt and a meeting are told apart, and only a meeting moves the next one on (P06). */
@Injectable()
export class Contacts {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cipher: Cipher,
    private readonly agencies: Agencies,
    private readonly children: ChildrenRepository,
    private readonly pairs: OwnPairs,
    private readonly repository: CompanionshipsRepository,
  ) {}

  /** Writes one down, for a pair that meets; the same `requestId` again writes nothing more. */
  async record(
    actor: PersonActor,
    pairId: string,
    contact: NewContact,
  ): Promise<Result<CompanionshipView, ContactError>> {
    const today = await this.agencies.today(actor.agencyId);
    return this.work.run(actor, async () => {
      const found = await this.pairs.lock(actor, 'companionship.recordContact', pairId);
      if (!found.ok) return found;
      const pair = found.value;
      const fields = problemsOf(contact, pair, today);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      if (await this.#isKnown(pair, contact.requestId)) return ok(pair);
      if (pair.state !== 'ACTIVE' || isOver(pair, today)) {
        return err({ code: 'TRANSITION_REFUSED' as const, from: pair.state, to: 'ACTIVE' });
      }
      await this.#write(actor, pair, contact);
      return ok(pair);
    });
  }

  /** The latest of each of these pairs, the newest first. */
  async latest(agencyId: AgencyId, pairIds: readonly string[]): Promise<ReadonlyMap<string, readonly ContactView[]>> {
    if (pairIds.length === 0) return new Map();
    const rows = await this.database.repository(CompanionshipContact).find({
      where: { agencyId, companionshipId: In([...pairIds]) },
      order: { happenedOn: 'DESC', id: 'DESC' },
      take: MOST_SHOWN * pairIds.length,
    });
    await this.cipher.loadKeys(rows.map(({ noteSealed }) => noteSealed));
    const views = rows.map((row) => this.#open(row));
    return new Map(
      pairIds.map((id) => [id, views.filter((one) => one.companionshipId === id).slice(0, MOST_SHOWN)] as const),
    );
  }

  /** These contacts of one pair, the newest first; ids of others are simply absent. */
  async ofPair({ agencyId, id }: CompanionshipView, contactIds: readonly string[]): Promise<readonly ContactView[]> {
    if (contactIds.length === 0) return [];
    const rows = await this.database.repository(CompanionshipContact).find({
      where: { agencyId, companionshipId: id, id: In([...contactIds]) },
      order: { happenedOn: 'DESC', id: 'DESC' },
    });
    await this.cipher.loadKeys(rows.map(({ noteSealed }) => noteSealed));
    return rows.map((row) => this.#open(row));
  }

  async #write(actor: PersonActor, pair: CompanionshipView, contact: NewContact): Promise<void> {
    const { kind, happenedOn } = contact;
    const requestId = requestKeyOf(pair.id, contact.requestId);
    const note = contact.note?.trim() === '' ? undefined : contact.note?.trim();
    const id = this.ids.next<never>() as string;
    const row: CompanionshipContact = {
      ...{ id, agencyId: pair.agencyId, companionshipId: pair.id, happenedOn, kind, requestId },
      noteSealed: await this.#seal(pair, note, id),
      recordedBy: actor.personId,
      recordedAt: this.clock.nowIso(),
    };
    await this.database.repository(CompanionshipContact).insert(row);
    if (kind === 'MADE' && pair.plan) await this.#moveOn(pair, happenedOn, pair.plan.contactsPerMonth);
    const action = kind === 'MADE' ? 'contact.made' : 'contact.attempted';
    this.trail.record({ action, subjectType: 'Companionship', subjectId: pair.id, facts: { on: happenedOn } });
  }

  /** An older one, written down late, does not bring the next one nearer. */
  async #moveOn(pair: CompanionshipView, on: LocalDate, perMonth: number): Promise<void> {
    const next = withinCover(pair, nextContactOn(on, perMonth));
    if (pair.nextContactOn && pair.nextContactOn >= next) return;
    await this.repository.planContact(pair, next);
  }

  async #seal(pair: CompanionshipView, note: string | undefined, id: string): Promise<string | null> {
    if (note === undefined) return null;
    const subject = await this.children.personOf(pair.agencyId, pair.childId as ChildId);
    await this.cipher.ensureKeys(pair.agencyId, [subject]);
    return this.cipher.sealFor(subject, note, place(id));
  }

  #isKnown({ agencyId, id }: CompanionshipView, requestId: string): Promise<boolean> {
    const where = { agencyId, companionshipId: id, requestId: requestKeyOf(id, requestId) };
    return this.database.repository(CompanionshipContact).existsBy(where);
  }

  #open(row: CompanionshipContact): ContactView {
    const sealed = row.noteSealed === null || this.cipher.isErased(row.noteSealed) ? null : row.noteSealed;
    return {
      ...{ id: row.id, companionshipId: row.companionshipId, kind: row.kind, recordedBy: row.recordedBy },
      happenedOn: row.happenedOn as LocalDate,
      note: this.cipher.openOptional(sealed, place(row.id)),
    };
  }
}

const place = (id: string) => `companionship_contact.note.${id}`;

function problemsOf({ happenedOn, note, requestId }: NewContact, pair: CompanionshipView, today: LocalDate) {
  const problems: FieldProblem[] = [];
  if (happenedOn > today) problems.push({ field: 'happenedOn', code: 'IN_THE_FUTURE' });
  if (pair.startsOn && happenedOn < pair.startsOn) problems.push({ field: 'happenedOn', code: 'BEFORE_START' });
  if ((note?.trim().length ?? 0) > LONGEST_NOTE) problems.push({ field: 'note', code: 'TOO_LONG' });
  if (requestId === '' || requestId.length > LONGEST_REQUEST_ID) {
    problems.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
  }
  return problems;
}
