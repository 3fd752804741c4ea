// Short codes for guardians without an account: made by the case team and read out by phone, typed once by the guardian.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../../children/index.js';
import { GuardianCodes, toActor, type NewGuardianCode } from '../../disclosure/index.js';
import { AgencySettings } from '../../people/index.js';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { platformActor, Sessions, Throttles, type TooManyAttemptsError } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { NotFoundError } from '../../platform/graphql/index.js';
import { CompanionshipsRepository } from './companionships.repository.js';

/** One answer for a code that never was, was used, has ended or was taken back: it tells nothing to whoever guesses. */
export interface CodeNotTakenError {
  readonly code: 'CODE_NOT_TAKEN';
}
export interface OpenVisit {
  readonly token: string;
  readonly seconds: number;
}
/** Where a try comes from. */
export interface CodeVisit {
  readonly address: string;
  /** The session that the browser had: it ends, whoever's it was. */
  readonly cookie: string | undefined;
}

@Injectable()
export class FamilyCodes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly settings: AgencySettings,
    private readonly repository: CompanionshipsRepository,
    private readonly children: ChildrenRepository,
    private readonly codes: GuardianCodes,
    private readonly sessions: Sessions,
    private readonly throttles: Throttles,
  ) {}

  /** Makes the code for the guardian of a pair's child; the worker sees it this once, and reads it out or prints it. */
  async create(actor: PersonActor, companionshipId: string): Promise<Result<NewGuardianCode, NotFoundError>> {
    const rows = rowsFor(actor, 'consent.link');
    const pair = await this.repository.find(rows, companionshipId);
    const child = pair && (await this.children.byIds(rows, [pair.childId])).get(pair.childId);
    if (!child) return err({ code: 'NOT_FOUND' });
    const { guardianCodeHours } = await this.settings.valuesOf(actor.agencyId);
    return this.work.run(actor, async () => {
      const made = await this.codes.create(actor.agencyId, child.id, actor.personId, guardianCodeHours);
      this.trail.record({ action: 'guardianCode.created', subjectType: 'GuardianLink', subjectId: made.id });
      return ok(made);
    });
  }

  /** Exchanges a living code for the short visit that a link gives, once. */
  async enter(
    typed: string,
    { address, cookie }: CodeVisit,
  ): Promise<Result<OpenVisit, CodeNotTakenError | TooManyAttemptsError>> {
    const throttled = await this.throttles.take('guardian-code', typed, address);
    if (throttled) {
      if (throttled.first) await this.#rememberThrottled();
      return err({ code: throttled.code, retryAfterSeconds: throttled.retryAfterSeconds });
    }
    const made = await this.codes.find(typed);
    const visit = made && this.#mayBeTaken(made) ? await this.#exchange(made, cookie) : undefined;
    if (visit) return ok(visit);
    await this.#rememberRefused(made);
    return err({ code: 'CODE_NOT_TAKEN' });
  }

  async #exchange(made: Made, replacing: string | undefined): Promise<OpenVisit | undefined> {
    const outcome = await this.work.run(toActor(made, ''), async () => {
      const visit = await this.sessions.open('guardian', made.id, { replacing });
      const until = new Date(this.clock.now().getTime() + visit.seconds * 1000).toISOString();
      if (!(await this.codes.exchange(made.id, until))) return err('TAKEN_BEFORE' as const);
      this.trail.record({ action: 'guardianCode.used', subjectType: 'GuardianLink', subjectId: made.id });
      return ok(visit);
    });
    return outcome.ok ? outcome.value : undefined;
  }

  #mayBeTaken({ exchangedAt, revokedAt, expiresAt }: Made): boolean {
    return exchangedAt === null && revokedAt === null && expiresAt > this.clock.nowIso();
  }

  /** In the chain of the agency that made the code; what no agency made, in the platform's own. The same work for both. */
  async #rememberRefused(made: Made | undefined): Promise<void> {
    const chain = made ? { agencyId: made.agencyId as AgencyId } : {};
    await rememberRefusal(
      this.work,
      this.trail,
      { ...platformActor('guardian-code'), ...chain },
      {
        action: 'guardianCode.refused',
        subjectType: 'GuardianLink',
        subjectId: made?.id,
        facts: { reason: made ? 'ENDED' : 'UNKNOWN' },
      },
    );
  }

  async #rememberThrottled(): Promise<void> {
    const entry = { action: 'attempts.throttled', subjectType: 'GuardianLink', facts: { act: 'guardian-code' } };
    await rememberRefusal(this.work, this.trail, platformActor('throttle'), entry);
  }
}

type Made = NonNullable<Awaited<ReturnType<GuardianCodes['find']>>>;
