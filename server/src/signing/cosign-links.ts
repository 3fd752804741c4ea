// A minor's guardian signs beside them by a personal link, without an account.
import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import type { AgreementLanguage, AgreementMark } from '@tongxing/shared/rules';
import { UNSIGNED_AGREEMENTS, type AgreementState } from '@tongxing/shared/states';
import { Agencies, PeopleNames } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { AgreementLink } from './agreement.entities.js';
import { Agreements } from './agreements.js';
import { AgreementsRepository, type AgreementView } from './agreements.repository.js';
import { missingSigners } from './domain/missing-signers.js';
import { Signing, type AgreementError, type ReadWords } from './signing.js';

const SECRET_BYTES = 18;
const LIFE_MS = 14 * 86_400_000;
const OPEN_BY_LINK: readonly AgreementState[] = [...UNSIGNED_AGREEMENTS, 'IN_FORCE'];

export interface NewCosignLink {
  /** Shown once, handed to the guardian, never stored. */
  readonly path: string;
  readonly expiresAt: string;
}
/** What whoever holds the link reads. */
export interface ToCosign {
  readonly agencyName: string;
  readonly agencyPhone: string | undefined;
  readonly volunteerName: string;
  readonly words: ReadWords;
  /** They have signed already. */
  readonly signed: boolean;
}

@Injectable()
export class CosignLinks {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly names: PeopleNames,
    private readonly agreements: Agreements,
    private readonly repository: AgreementsRepository,
    private readonly signing: Signing,
  ) {}

  /** Makes a link for an agreement that waits for a guardian; the one before opens nothing any more. */
  async make(actor: PersonActor, id: string): Promise<Result<NewCosignLink, NotFoundError | InvalidInputError>> {
    const known = await this.agreements.find(actor, id);
    if (!known) return err({ code: 'NOT_FOUND' });
    return this.work.run(actor, async () => {
      const agreement = await this.repository.lock(actor.agencyId, id);
      if (!agreement) return err({ code: 'NOT_FOUND' as const });
      if (agreement.kind !== 'VOLUNTEER' || !waits(agreement)) {
        return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'agreementId', code: 'NOT_WAITING' }] });
      }
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      const now = this.clock.now();
      const expiresAt = new Date(now.getTime() + LIFE_MS).toISOString();
      await this.#rows().update({ agreementId: id, endedAt: IsNull() }, { endedAt: now.toISOString() });
      await this.#rows().insert({
        ...{ id: this.ids.next<never>(), agencyId: actor.agencyId, agreementId: id, expiresAt, endedAt: null },
        ...{ codeIndex: indexOf(secret), createdBy: actor.personId, createdAt: now.toISOString() },
      });
      this.trail.record({ action: 'agreement.linkMade', subjectType: 'Agreement', subjectId: id });
      return ok({ path: `/agreement/guardian/${secret}`, expiresAt });
    });
  }

  /** Undefined for a link that has ended and for one that never was; deliberately the same. */
  async look(secret: string, language: AgreementLanguage): Promise<ToCosign | undefined> {
    const agreement = await this.#living(secret);
    if (!agreement) return undefined;
    const { agencyId, personId } = agreement;
    const { name: agencyName, contactPhone } = await this.agencies.get(agencyId);
    return {
      ...{ agencyName, agencyPhone: contactPhone ?? undefined },
      volunteerName: (await this.names.of(agencyId, [personId])).get(personId) ?? '',
      words: await this.signing.words(agreement, language),
      signed: !waits(agreement),
    };
  }

  /** What a guardian signed, to be kept as PDF; undefined before they have, and by a link that opens nothing. */
  async signed(secret: string): Promise<AgreementView | undefined> {
    const agreement = await this.#living(secret);
    return agreement?.signatures.some(({ capacity }) => capacity === 'GUARDIAN') ? agreement : undefined;
  }

  async sign(
    secret: string,
    said: { readonly language: AgreementLanguage; readonly textHash: string; readonly mark: AgreementMark },
  ): Promise<Result<ToCosign, AgreementError>> {
    const found = await this.#living(secret);
    if (!found) return err({ code: 'NOT_FOUND' });
    const { agencyId, id } = found;
    const actor = { kind: 'system', agencyId, name: 'agreement-guardian' } as const;
    const done = await this.work.run(actor, async (): Promise<Result<true, AgreementError>> => {
      const agreement = await this.repository.lock(agencyId, id);
      if (!agreement) return err({ code: 'NOT_FOUND' });
      return this.signing.sign(agreement, { ...said, capacity: 'GUARDIAN', way: 'LINK', signedBy: null });
    });
    if (!done.ok) return done;
    const look = await this.look(secret, said.language);
    return look ? ok(look) : err({ code: 'NOT_FOUND' });
  }

  async #living(secret: string): Promise<AgreementView | undefined> {
    const link = await this.#rows().findOneBy({ codeIndex: indexOf(secret.slice(0, 100)), endedAt: IsNull() });
    if (!link || link.expiresAt <= this.clock.nowIso()) return undefined;
    const agreement = await this.repository.find(link.agencyId as AgencyId, link.agreementId);
    // Whoever signed keeps what they signed as long as the link lives; once it is over, nobody reads it by a link.
    return agreement && OPEN_BY_LINK.includes(agreement.state) ? agreement : undefined;
  }

  #rows() {
    return this.database.repository(AgreementLink);
  }
}

const indexOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const waits = (agreement: AgreementView): boolean =>
  UNSIGNED_AGREEMENTS.includes(agreement.state) && missingSigners(agreement).includes('GUARDIAN');
