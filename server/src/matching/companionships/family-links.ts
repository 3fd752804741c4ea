// Guardians' personal links, as the case team makes them, looks after them and takes them back.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { ChildrenRepository, type ChildView } from '../../children/index.js';
import { GuardianLinks, type GuardianLinkView, type NewGuardianLink } from '../../disclosure/index.js';
import { Agencies, PeopleNames } from '../../people/index.js';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { Sessions } from '../../platform/auth/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { NotFoundError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CompanionshipsRepository } from './companionships.repository.js';

export interface FamilyLinkView extends GuardianLinkView {
  /** The guardian of the child's file, for whom it was made. */
  readonly guardianName?: string | undefined;
  readonly madeBy?: string | undefined;
}
/** Whom a family calls whose link opens nothing any more. */
export interface LinkAgency {
  readonly agencyName: string;
  readonly contactPhone: string | null;
}

const MISSING = err({ code: 'NOT_FOUND' as const });

@Injectable()
export class FamilyLinks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly agencies: Agencies,
    private readonly names: PeopleNames,
    private readonly repository: CompanionshipsRepository,
    private readonly children: ChildrenRepository,
    private readonly links: GuardianLinks,
    private readonly sessions: Sessions,
  ) {}

  /** Makes the guardian's link; it goes to their phone by SMS and is shown to the worker once. */
  async create(actor: PersonActor, companionshipId: string): Promise<Result<NewGuardianLink, NotFoundError>> {
    const child = await this.#childOf(actor, companionshipId);
    if (!child) return MISSING;
    const agency = await this.agencies.get(actor.agencyId);
    return this.work.run(actor, async () => {
      const link = await this.links.create(actor.agencyId, child.id, actor.personId);
      this.trail.record({ action: 'guardianLink.created', subjectType: 'GuardianLink', subjectId: link.id });
      const { phone } = child.guardian;
      if (phone) {
        const locale = agency.locale === 'en' ? 'en' : 'zh-CN';
        const childPersonId = child.person.id;
        const { path, expiresAt } = link;
        const facts = { phone, path, expiresAt, locale, childPersonId } as const;
        await this.outbox.publish('GuardianLinkCreated', facts, { subject: childPersonId });
      }
      return ok(link);
    });
  }

  /** The links made for the child of a pair, the newest first; undefined where the pair is not the actor's to see. */
  async list(actor: PersonActor, companionshipId: string): Promise<FamilyLinkView[] | undefined> {
    const child = await this.#childOf(actor, companionshipId);
    if (!child) return undefined;
    return this.#named(actor, child, await this.links.ofChild(actor.agencyId, child.id));
  }

  /** Takes a link back: the next request by it is refused, and whoever opens it learns whom to call. Twice is as once. */
  async revoke(actor: PersonActor, linkId: string): Promise<Result<FamilyLinkView, NotFoundError>> {
    const before = await this.links.find(actor.agencyId, linkId);
    const child = before && (await this.#child(actor, before.childId));
    if (!child) return MISSING;
    await this.work.run(actor, async () => {
      if (!(await this.links.revoke(actor.agencyId, linkId))) return;
      this.trail.record({ action: 'guardianLink.revoked', subjectType: 'GuardianLink', subjectId: linkId });
    });
    const after = await this.links.find(actor.agencyId, linkId);
    const [named] = after ? await this.#named(actor, child, [after]) : [];
    return named ? ok(named) : MISSING;
  }

  /** For whoever holds a link that has ended, or the cookie of a visit by it; undefined for everybody else. */
  async ended(secret: string | undefined, token: string | undefined): Promise<LinkAgency | undefined> {
    const visit = token === undefined ? undefined : await this.sessions.guardianLinkOf(token);
    const agencyId =
      (visit && (await this.links.ended({ id: visit }))) ??
      (secret === undefined ? undefined : await this.links.ended({ secret }));
    if (!agencyId) return undefined;
    const { name, contactPhone } = await this.agencies.get(agencyId);
    return { agencyName: name, contactPhone };
  }

  async #childOf(actor: PersonActor, companionshipId: string): Promise<ChildView | undefined> {
    const pair = await this.repository.find(rowsFor(actor, 'consent.link'), companionshipId);
    return pair && this.#child(actor, pair.childId);
  }

  async #child(actor: PersonActor, childId: string): Promise<ChildView | undefined> {
    return (await this.children.byIds(rowsFor(actor, 'consent.link'), [childId])).get(childId);
  }

  async #named(
    { agencyId }: PersonActor,
    child: ChildView,
    links: readonly GuardianLinkView[],
  ): Promise<FamilyLinkView[]> {
    const madeBy = links.map((link) => link.createdBy);
    const makers = await this.names.of(agencyId, madeBy);
    const guardianName = child.guardian.name;
    return links.map((link) => ({ ...link, guardianName, madeBy: makers.get(link.createdBy) }));
  }
}
