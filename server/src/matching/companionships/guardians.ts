import { Injectable, type OnModuleInit } from '@nestjs/common';
import { err, ok, type AgencyId, type CompanionshipId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../../children/index.js';
import { CompanionPairs, Consents, GuardianLinks, OwnLedger, toActor } from '../../disclosure/index.js';
import { Agencies, VolunteersRepository, type Agency } from '../../people/index.js';
import { allRows, type GuardianActor } from '../../platform/access/index.js';
import { Sessions } from '../../platform/auth/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { NotFoundError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CompanionshipsRepository, type CompanionshipView } from './companionships.repository.js';
import { personOf } from './companionships.js';
import { CoverEnds } from './covers/cover-ends.js';

export interface GuardianConsentView {
  readonly id: string;
  readonly companionName: string;
  readonly givenOn: LocalDate;
  readonly validUntil: LocalDate;
  readonly withdrawnOn?: LocalDate | undefined;
  readonly state: CompanionshipView['state'];
}
export interface GuardianPageView {
  readonly childName: string;
  readonly agency: Agency;
  readonly consents: readonly GuardianConsentView[];
  readonly expiresAt: string;
}

/** What guardians see and decide by their personal link: their own child's consents, nothing else. */
@Injectable()
export class Guardians implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly agencies: Agencies,
    private readonly repository: CompanionshipsRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly children: ChildrenRepository,
    private readonly consents: Consents,
    private readonly links: GuardianLinks,
    private readonly sessions: Sessions,
    private readonly ledger: OwnLedger,
    private readonly pairs: CompanionPairs,
    private readonly coverEnds: CoverEnds,
  ) {}

  onModuleInit(): void {
    this.pairs.of({
      reading: (agencyId, childIds) => this.repository.readingOf(agencyId, childIds),
      rest: (agencyId, id) => this.#stepBack(agencyId, id as CompanionshipId),
    });
  }

  /** Opens a short session for whoever holds a living link; undefined where it has ended or never was. */
  async enter(secret: string): Promise<{ readonly token: string; readonly seconds: number } | undefined> {
    const link = await this.links.bySecret(secret);
    if (!link) return undefined;
    return this.work.run(toActor(link, ''), async () => {
      await this.links.opened(link.id);
      this.trail.record({ action: 'guardianLink.opened', subjectType: 'GuardianLink', subjectId: link.id });
      return this.sessions.open('guardian', link.id);
    });
  }

  async page(actor: GuardianActor): Promise<GuardianPageView> {
    const { agencyId, childId } = actor;
    const all = allRows(agencyId);
    const child = (await this.children.byIds(all, [childId])).get(childId);
    const consents = await this.consents.ofChild(agencyId, childId);
    const pairs = new Map<string, CompanionshipView>();
    for (const { companionshipId } of consents) {
      const pair = await this.repository.find(all, companionshipId);
      if (pair) pairs.set(companionshipId, pair);
    }
    const companions = await this.volunteers.byIds(
      all,
      [...pairs.values()].map((pair) => pair.volunteerId),
    );
    return {
      childName: child?.person.name ?? '',
      agency: await this.agencies.get(agencyId),
      expiresAt: await this.links.expiresAt(actor.linkId),
      consents: consents.flatMap((consent) => {
        const pair = pairs.get(consent.companionshipId);
        // The family is told who the companion is.
        const companionName = pair && companions.get(pair.volunteerId)?.person.name;
        return pair && companionName ? [{ ...consent, companionName, state: pair.state }] : [];
      }),
    };
  }

  /** Takes a consent back. From this moment the companion sees nothing of the child any more (H21). */
  async withdraw(actor: GuardianActor, consentId: string): Promise<Result<GuardianPageView, NotFoundError>> {
    const { agencyId, childId } = actor;
    const today = await this.agencies.today(agencyId);
    const outcome = await this.work.run(actor, async () => {
      const consent = await this.consents.withdraw(agencyId, childId, consentId, today);
      if (!consent) return err({ code: 'NOT_FOUND' as const });
      const latest = (await this.consents.latest(agencyId, [consent.companionshipId])).get(consent.companionshipId);
      // An older word taken back changes nothing where the family has given a newer one since.
      if (latest?.id === consent.id) await this.#stepBack(agencyId, consent.companionshipId);
      this.trail.record({ action: 'consent.withdrawn', subjectType: 'Consent', subjectId: consentId });
      if (latest?.id === consent.id) await this.ledger.companionTakenBack(actor);
      return ok(true);
    });
    return outcome.ok ? ok(await this.page(actor)) : outcome;
  }

  /** An active pair pauses; one that had not begun waits for the family again. */
  async #stepBack(agencyId: AgencyId, companionshipId: CompanionshipId): Promise<void> {
    const found = await this.repository.lock(allRows(agencyId), companionshipId);
    if (!found.ok) return;
    const pair = found.value;
    const to = pair.state === 'ACTIVE' ? 'PAUSED' : pair.state === 'FAMILY_CONSENTED' ? 'VOLUNTEER_AGREED' : undefined;
    if (to && !pair.cover) await this.repository.step(pair, to, {});
    await this.coverEnds.byFamily(pair);
    await this.outbox.publish('ConsentWithdrawn', {
      companionshipId,
      workerPersonId: pair.workerId,
      volunteerPersonId: await personOf(this.volunteers, agencyId, pair.volunteerId),
    });
  }
}
