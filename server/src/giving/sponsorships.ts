import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type ChildId, type PersonId, type Result } from '@tongxing/shared/kernel';
import { mayMove, SPONSORSHIP_MACHINE, type SponsorshipEnd, type SponsorshipState } from '@tongxing/shared/states';
import { ChildrenRepository, Pseudonyms } from '../children/index.js';
import { Disclosures } from '../disclosure/index.js';
import { Agencies } from '../people/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type {
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../platform/graphql/index.js';
import { SponsorshipsRepository, type SponsorshipView } from './sponsorships.repository.js';

export const SPONSORSHIP_STEPS = ['BEGIN', 'PAUSE', 'RESUME', 'END'] as const;
export type SponsorshipStep = (typeof SPONSORSHIP_STEPS)[number];

/** The family has not agreed that a donor reads of the child's progress (H21). */
export interface ConsentMissingError {
  readonly code: 'CONSENT_MISSING';
}
/** The two are matched already. */
export interface AlreadyMatchedError {
  readonly code: 'ALREADY_MATCHED';
}
export type MatchError = NotFoundError | InvalidInputError | AlreadyMatchedError;
export type StepError = NotFoundError | InvalidInputError | StaleVersionError | TransitionError | ConsentMissingError;

const TARGET: Readonly<Record<SponsorshipStep, SponsorshipState>> = {
  BEGIN: 'CONSENTED',
  PAUSE: 'PAUSED',
  RESUME: 'ACTIVE',
  END: 'ENDED',
};
const LONGEST_REQUEST_ID = 64;
const MISSING = { code: 'NOT_FOUND' as const };

/** A worker brings a donor and a child together; the money goes another way, and never to a child (H23). */
@Injectable()
export class Sponsorships {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly children: ChildrenRepository,
    private readonly pseudonyms: Pseudonyms,
    private readonly disclosures: Disclosures,
    private readonly repository: SponsorshipsRepository,
  ) {}

  /** Matches a child of the actor's with a donor of the agency; nothing is shown to anybody before it begins. */
  match(
    actor: PersonActor,
    input: { readonly childId: string; readonly donorPersonId: string; readonly requestId: string },
  ): Promise<Result<SponsorshipView, MatchError>> {
    const { agencyId, personId } = actor;
    return this.work.run(actor, async () => {
      const child = (await this.children.byIds(rowsFor(actor, 'sponsorship.match'), [input.childId])).get(
        input.childId,
      );
      const donors = await this.repository.donors(agencyId, await this.agencies.today(agencyId));
      const donorPersonId = donors.find((id) => id === input.donorPersonId);
      if (!child || !donorPersonId) return err(MISSING);
      const { requestId } = input;
      if (requestId === '' || requestId.length > LONGEST_REQUEST_ID) {
        return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'requestId', code: 'REQUEST_ID_LENGTH' }] });
      }
      const before = await this.repository.byRequest(agencyId, requestId);
      if (before) return before.childId === child.id ? ok(before) : err(MISSING);
      if (await this.repository.isOpen(child.id, donorPersonId)) return err({ code: 'ALREADY_MATCHED' as const });
      const made = { agencyId, childId: child.id, donorPersonId, matchedBy: personId, requestId };
      const sponsorship = await this.repository.add(made);
      this.trail.record({ action: 'sponsorship.matched', subjectType: 'Child', subjectId: child.id });
      return ok(sponsorship);
    });
  }

  /** Begins it where the family agreed, lets it rest, takes it up, ends it. */
  step(
    actor: PersonActor,
    input: {
      readonly id: string;
      readonly step: SponsorshipStep;
      readonly endReason: SponsorshipEnd | undefined;
      readonly version: number;
    },
  ): Promise<Result<SponsorshipView, StepError>> {
    return this.work.run(actor, async () => {
      const sponsorship = await this.repository.lock(rowsFor(actor, 'sponsorship.match'), input.id);
      if (!sponsorship) return err(MISSING);
      const { version, state, childId, agencyId } = sponsorship;
      if (version !== input.version) return err({ code: 'STALE_VERSION' as const, currentVersion: version });
      const to = TARGET[input.step];
      if (!mayMove(SPONSORSHIP_MACHINE, state, to))
        return err({ code: 'TRANSITION_REFUSED' as const, from: state, to });
      if (to === 'ENDED' && !input.endReason) {
        return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'endReason', code: 'REQUIRED' }] });
      }
      if ((to === 'CONSENTED' || to === 'ACTIVE') && !(await this.#agreed(agencyId, childId))) {
        return err({ code: 'CONSENT_MISSING' as const });
      }
      const today = await this.agencies.today(agencyId);
      const action = `sponsorship.${PAST[input.step]}`;
      this.trail.record({ action, subjectType: 'Child', subjectId: childId });
      if (to === 'ENDED') {
        const end = { state: to, endsOn: today, endReason: input.endReason ?? null, openPair: null };
        return ok(await this.repository.change(sponsorship, end));
      }
      if (to !== 'CONSENTED') return ok(await this.repository.change(sponsorship, { state: to }));
      // By which name the donor's audience knows the child is drawn once, and is nobody else's.
      await this.pseudonyms.of(agencyId, childId, 'DONOR');
      const consented = await this.repository.change(sponsorship, { state: 'CONSENTED' });
      return ok(await this.repository.change(consented, { state: 'ACTIVE', startsOn: today }));
    });
  }

  /** Undefined for a child whom the actor may not read. */
  async ofChild(actor: PersonActor, childId: string): Promise<SponsorshipView[] | undefined> {
    const rows = rowsFor(actor, 'sponsorship.read');
    if (!(await this.children.byIds(rows, [childId])).has(childId)) return undefined;
    return this.repository.ofChild(rows, childId);
  }

  /** The agency's donors, by person id. */
  async donors({ agencyId }: PersonActor): Promise<PersonId[]> {
    return this.repository.donors(agencyId, await this.agencies.today(agencyId));
  }

  async #agreed(agencyId: AgencyId, childId: ChildId): Promise<boolean> {
    const groups = await this.disclosures.groupsFor([childId], { agencyId, audience: 'DONOR', purpose: 'SPONSORSHIP' });
    return groups.get(childId)?.has('PROGRESS') ?? false;
  }
}

const PAST: Readonly<Record<SponsorshipStep, string>> = {
  BEGIN: 'begun',
  PAUSE: 'paused',
  RESUME: 'resumed',
  END: 'ended',
};
