// The agency's texts of agreements. A released version never changes; the next one asks those who signed an earlier one to
// sign again by a day, until which what they signed holds.
import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { templateProblems, type AgreementKind, type AgreementTexts } from '@tongxing/shared/rules';
import { VolunteerAgreements } from '../agreements/index.js';
import { Agencies } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError, StaleVersionError } from '../platform/graphql/index.js';
import { AgreementTemplate, type Agreement } from './agreement.entities.js';
import { AgreementNews } from './agreement-news.js';
import { AgreementsRepository } from './agreements.repository.js';
import { newPaperCode } from './domain/paper-code.js';

export interface TemplateDraft extends AgreementTexts {
  readonly kind: AgreementKind;
  /** As last read; 0 where no draft of this kind was there. */
  readonly version: number;
}
type Outcome = Promise<Result<AgreementTemplate, NotFoundError | InvalidInputError | StaleVersionError>>;

@Injectable()
export class AgreementTemplates {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly facts: VolunteerAgreements,
    private readonly repository: AgreementsRepository,
    private readonly news: AgreementNews,
  ) {}

  /** All versions of the agency, the newest of each kind first. */
  list(agencyId: PersonActor['agencyId']): Promise<AgreementTemplate[]> {
    return this.#rows().find({ where: { agencyId }, order: { kind: 'DESC', number: 'DESC' } });
  }

  /** The newest released version of a kind; undefined before there is one. */
  async current(agencyId: string, kind: AgreementKind): Promise<AgreementTemplate | undefined> {
    const all = await this.#rows().find({ where: { agencyId, kind }, order: { number: 'DESC' } });
    return all.find(({ releasedAt }) => releasedAt !== null);
  }

  /** Writes the draft of a kind, the next version's number on it. Half a text may be kept; it is checked when released. */
  save(actor: PersonActor, { kind, version, ...texts }: TemplateDraft): Outcome {
    const { agencyId, personId: writtenBy } = actor;
    return this.work.run(actor, async () => {
      const versions = await this.#lock(agencyId, kind);
      const draft = versions.find(({ releasedAt }) => releasedAt === null);
      if ((draft?.version ?? 0) !== version) {
        return err({ code: 'STALE_VERSION' as const, currentVersion: draft?.version ?? 0 });
      }
      const fields = templateProblems(texts).filter(({ code }) => code === 'TOO_LONG' || code === 'TOO_MANY');
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const written = { ...texts, fields: [...texts.fields], writtenBy, writtenAt: this.clock.nowIso() };
      const id = draft?.id ?? (this.ids.next<never>() as string);
      if (draft) await this.#rows().update({ id }, { ...written, version: version + 1 });
      else {
        const number = Math.max(0, ...versions.map((one) => one.number)) + 1;
        const unreleased = { signBy: null, releasedAt: null, releasedBy: null };
        await this.#rows().insert({ ...written, ...unreleased, id, agencyId, kind, number, version: 1 });
      }
      this.trail.record({ action: 'agreement.textSaved', subjectType: 'AgreementTemplate', subjectId: id });
      return ok(await this.#rows().findOneByOrFail({ id }));
    });
  }

  /**
   * Releases a draft: from now on it is offered. With `signBy`, everybody who signed an earlier version is offered this
   * one, and what they signed holds until that day at most.
   */
  async release(actor: PersonActor, id: string, version: number, signBy: LocalDate | undefined): Outcome {
    const { agencyId, personId: releasedBy } = actor;
    const today = await this.agencies.today(agencyId);
    return this.work.run(actor, async () => {
      const known = await this.#rows().findOneBy({ agencyId, id });
      const versions = known ? await this.#lock(agencyId, known.kind) : [];
      const draft = versions.find((one) => one.id === id && one.releasedAt === null);
      if (!draft) return err({ code: 'NOT_FOUND' as const });
      if (draft.version !== version) return err({ code: 'STALE_VERSION' as const, currentVersion: draft.version });
      const early = signBy !== undefined && signBy <= today ? [{ field: 'signBy', code: 'IN_THE_PAST' }] : [];
      const fields = [...templateProblems(draft), ...early];
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const releasedAt = this.clock.nowIso();
      await this.#rows().update({ id }, { releasedAt, releasedBy, signBy: signBy ?? null, version: version + 1 });
      const asked = signBy === undefined ? 0 : await this.#askAgain(draft, signBy);
      const facts = { number: draft.number, asked, by: signBy ?? '' };
      this.trail.record({ action: 'agreement.textReleased', subjectType: 'AgreementTemplate', subjectId: id, facts });
      return ok(await this.#rows().findOneByOrFail({ id }));
    });
  }

  /** Offers the new version to whoever is bound by an earlier one, with the blanks they had; how many. */
  async #askAgain(template: AgreementTemplate, signBy: LocalDate): Promise<number> {
    const held = await this.repository.heldByOthers(
      template.agencyId as PersonActor['agencyId'],
      template.kind,
      template.id,
    );
    const values = await this.repository.valuesOf(held);
    const living = held.filter(({ id }) => values.has(id));
    for (const old of living) {
      await this.#shorten(old, signBy);
      const waiting = await this.repository.lockUnsigned(old.agencyId as never, old.personId, old.kind);
      for (const one of waiting) {
        // Of a version that is no longer offered.
        await this.repository.rows().update({ id: one.id }, { state: 'WITHDRAWN', version: one.version + 1 });
      }
      await this.#offer(template, old, values.get(old.id) ?? {}, signBy);
    }
    return living.length;
  }

  async #shorten(old: Agreement, signBy: LocalDate): Promise<void> {
    if (old.validUntil !== null && old.validUntil <= signBy) return;
    await this.repository.rows().update({ id: old.id }, { validUntil: signBy, version: old.version + 1 });
    if (old.factId !== null) await this.facts.endBy(old.agencyId, old.factId, signBy);
  }

  async #offer(
    { id: templateId, fields }: AgreementTemplate,
    { agencyId, kind, personId, volunteerId, childId, guardianNeeded }: Agreement,
    before: Readonly<Record<string, string>>,
    signBy: LocalDate,
  ): Promise<void> {
    const id: string = this.ids.next<never>();
    // A blank that is new stays a line to write on, for the desk to offer it anew.
    const values = Object.fromEntries(fields.flatMap(({ key }) => (before[key] ? [[key, before[key]]] : [])));
    await this.repository.rows().insert({
      ...{ id, agencyId, kind, templateId, personId, volunteerId, childId, guardianNeeded, signBy },
      ...newAgreement(this.clock.nowIso(), null, `release.${id}`),
      valuesSealed: this.repository.sealValues(personId, id, values),
    });
    await this.news.offered({ id, agencyId, kind, personId }, signBy);
  }

  /** All versions of a kind, locked: of two who write at once one waits, and then sees the other's. */
  #lock(agencyId: string, kind: AgreementKind): Promise<AgreementTemplate[]> {
    const query = this.#rows().createQueryBuilder('t').where({ agencyId, kind });
    return this.database.forUpdate(query).getMany();
  }

  #rows() {
    return this.database.repository(AgreementTemplate);
  }
}

/** What every agreement begins with. */
export const newAgreement = (offeredAt: string, offeredBy: string | null, requestId: string) => ({
  ...{ offeredAt, offeredBy, requestId, state: 'TO_SIGN' as const, version: 1 },
  ...{ number: newPaperCode(randomInt), code: newPaperCode(randomInt) },
  ...{ language: null, textSealed: null, textHash: null, startsOn: null, validUntil: null, factId: null },
  ...{ endedOn: null, endedBy: null, endReason: null, endNoteSealed: null },
});
