// Erasing a person: the rows are blanked in one unit of work, and the key that opened them is destroyed after it.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { err, ok, type AgencyId, type LoginId, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Cipher, PLATFORM_SCOPE } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { NotFoundError } from '../../platform/graphql/index.js';
import {
  KeyStore,
  PersonalData,
  TombstoneLedger,
  type ErasedPersonFacts,
  type ErasureHold,
  type Tombstone,
} from '../../platform/keys/index.js';
import { JobHandlers, Outbox, type JobKind } from '../../platform/outbox/index.js';
import { StepUp, type StepUpNeededError } from '../factors/step-up.js';
import { PeopleRepository } from '../people.repository.js';
import { Person } from '../person.entity.js';

/** On whose word or by which rule (PIPL 47); a code, since a sentence would repeat what is to be forgotten. */
export const ERASURE_REASONS = ['OWN_REQUEST', 'CONSENT_WITHDRAWN', 'PURPOSE_ENDED', 'ENTERED_BY_MISTAKE'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

export interface ErasedPerson {
  readonly personId: PersonId;
  readonly erasedAt: string;
}
export type EraseError =
  NotFoundError | StepUpNeededError | { readonly code: 'ERASURE_HELD'; readonly holds: readonly ErasureHold[] };

const DESTROY_KEYS: JobKind<{ tombstones: Tombstone[] }> = {
  kind: 'keys.destroy',
  payload: z.object({
    tombstones: z.array(z.object({ subject: z.string(), scope: z.string(), destroyedAt: z.string() })),
  }),
};

@Injectable()
export class Erasures implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly handlers: JobHandlers,
    private readonly data: PersonalData,
    private readonly store: KeyStore,
    private readonly ledger: TombstoneLedger,
    private readonly people: PeopleRepository,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly stepUp: StepUp,
  ) {}

  onModuleInit(): void {
    this.handlers.outside(DESTROY_KEYS, ({ tombstones }) => this.#destroyKeys(tombstones));
  }

  /** Erases a person of the actor's agency. Twice is as good as once; refused with every reason that stands against it. */
  async erase(
    actor: PersonActor,
    personId: string,
    reason: ErasureReason,
    requestId: string,
  ): Promise<Result<ErasedPerson, EraseError>> {
    const fresh = await this.stepUp.requireFresh(actor);
    if (!fresh.ok) return fresh;
    const outcome = await this.work.run(actor, () => this.#erase(actor, personId, reason, requestId));
    if (!outcome.ok && outcome.error.code === 'ERASURE_HELD') {
      const facts = { holds: outcome.error.holds.join(',') };
      const entry = { action: 'person.eraseRefused', subjectType: 'Person', subjectId: personId, facts };
      await rememberRefusal(this.work, this.trail, actor, entry);
    }
    return outcome;
  }

  /** Blanks a person whom a restored backup brought back; inside a unit of work. */
  async eraseAgain(person: Pick<Person, 'id' | 'agencyId' | 'loginId'>, at: string): Promise<void> {
    await this.#blank(person, at);
    this.trail.record({ action: 'person.erasedAgain', subjectType: 'Person', subjectId: person.id });
  }

  /** Inside a unit of work: for people who are gone altogether, rows and all. A restored backup that has them is blanked. */
  async destroyKeysLater(agencyId: AgencyId, people: readonly PersonId[], dedupeKey: string): Promise<void> {
    if (people.length === 0) return;
    const destroyedAt = this.clock.nowIso();
    const tombstones = people.map((subject) => ({ subject, scope: agencyId, destroyedAt }));
    await this.outbox.add(DESTROY_KEYS.kind, { tombstones }, { dedupeKey });
  }

  async #erase(
    actor: PersonActor,
    personId: string,
    reason: ErasureReason,
    requestId: string,
  ): Promise<Result<ErasedPerson, EraseError>> {
    const person = await this.#lock(actor.agencyId, personId);
    if (!person) return err({ code: 'NOT_FOUND' });
    const id = person.id as PersonId;
    if (person.erasedAt !== null) return ok({ personId: id, erasedAt: person.erasedAt });
    const holds = await this.#holds(actor, person);
    if (holds.length > 0) return err({ code: 'ERASURE_HELD', holds });
    const erasedAt = this.clock.nowIso();
    const known = (await this.people.byIds(actor.agencyId, [id])).get(id);
    const login = await this.#blank(person, erasedAt, known);
    const subjects = [
      { subject: person.id, scope: person.agencyId },
      ...(login ? [{ subject: login, scope: PLATFORM_SCOPE }] : []),
    ];
    const tombstones = subjects.map((subject) => ({ ...subject, destroyedAt: erasedAt }));
    await this.outbox.add(DESTROY_KEYS.kind, { tombstones }, { dedupeKey: `erase:${person.id}` });
    const facts = { reason, request: requestId };
    this.trail.record({ action: 'person.erased', subjectType: 'Person', subjectId: person.id, facts });
    return ok({ personId: id, erasedAt });
  }

  /** All modules' rows of the person; returns the account where it was nobody else's. */
  async #blank(
    person: Pick<Person, 'id' | 'agencyId' | 'loginId'>,
    at: string,
    known?: ErasedPersonFacts,
  ): Promise<LoginId | undefined> {
    await this.data.erase({ agencyId: person.agencyId as AgencyId, personId: person.id as PersonId, at, known });
    const loginId = person.loginId as LoginId | null;
    // An account is global: it goes with its last person.
    if (loginId === null || (await this.database.repository(Person).existsBy({ loginId }))) return undefined;
    await this.data.eraseLogin(loginId);
    return loginId;
  }

  async #holds(actor: PersonActor, person: Person): Promise<ErasureHold[]> {
    const own: ErasureHold[] = person.id === actor.personId ? ['OWN_ACCOUNT'] : [];
    return [...own, ...(await this.data.holds(actor.agencyId, person.id as PersonId))];
  }

  #lock(agencyId: AgencyId, id: string): Promise<Person | null> {
    const query = this.database
      .repository(Person)
      .createQueryBuilder('p')
      .where('p.agencyId = :agencyId AND p.id = :id', { agencyId, id });
    return this.database.forUpdate(query).getOne();
  }

  /** Outside of any transaction: nothing takes a destroyed key back. The ledger first, since the store may be restored. */
  async #destroyKeys(tombstones: readonly Tombstone[]): Promise<undefined> {
    this.ledger.append(tombstones);
    await this.store.destroy(tombstones);
    for (const { subject } of tombstones) this.cipher.forget(subject);
    return undefined;
  }
}
