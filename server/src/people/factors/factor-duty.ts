// Who has to have a second factor, and from when: by role, where the agency asks for it, after days of grace.
import { Inject, Injectable } from '@nestjs/common';
import { localDateIn, type LocalDate } from '@tongxing/shared/kernel';
import { needsSecondFactor } from '@tongxing/shared/permissions';
import type { PersonActor } from '../../platform/access/index.js';
import { Logins, Sessions } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Agencies } from '../agencies/agencies.js';
import { AgencySettings } from '../agencies/agency-settings.js';
import { FactorStore } from './factor-store.js';

export interface Duty {
  /** The day on which nothing else goes any more. */
  readonly dueOn: LocalDate;
  readonly overdue: boolean;
}

const DAY_MS = 86_400_000;

@Injectable()
export class FactorDuty {
  constructor(
    private readonly store: FactorStore,
    private readonly settings: AgencySettings,
    private readonly agencies: Agencies,
    private readonly logins: Logins,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether this person's account may not be without one. The public logins of the demo never are. */
  async holds({ roles, agencyId }: PersonActor): Promise<boolean> {
    if (this.config.demo || !needsSecondFactor(roles)) return false;
    return (await this.settings.valuesOf(agencyId)).secondFactorRequired;
  }

  /** From when a session that opens now may do nothing else; undefined where nothing is asked of it. Inside a unit of work. */
  async begin(actor: PersonActor): Promise<string | undefined> {
    const { loginId, agencyId } = actor;
    if (!(await this.holds(actor)) || (await this.store.methodsOf(loginId)).length > 0) return undefined;
    const { secondFactorGraceDays } = await this.settings.valuesOf(agencyId);
    const askedAt = await this.logins.askForFactor(loginId);
    return new Date(Date.parse(askedAt) + secondFactorGraceDays * DAY_MS).toISOString();
  }

  /** What is asked of the session of an actor. */
  async of({ agencyId, sessionId }: PersonActor): Promise<Duty | undefined> {
    const dueAt = await this.sessions.factorDueAt(sessionId);
    if (dueAt === undefined) return undefined;
    const { timeZone } = await this.agencies.get(agencyId);
    return { dueOn: localDateIn(new Date(dueAt), timeZone), overdue: dueAt <= this.clock.nowIso() };
  }
}
