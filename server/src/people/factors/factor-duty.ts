// Who has to have a second factor, and from when: by role, where the agency asks for it, after days of grace.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateIn, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { needsSecondFactor, SECOND_FACTOR_ROLES } from '@tongxing/shared/permissions';
import type { PersonActor } from '../../platform/access/index.js';
import { Logins, Sessions } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Database, placeholders } from '../../platform/database/index.js';
import { Actors } from '../actors.js';
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
export class FactorDuty implements OnModuleInit {
  constructor(
    private readonly store: FactorStore,
    private readonly settings: AgencySettings,
    private readonly agencies: Agencies,
    private readonly logins: Logins,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    private readonly actors: Actors,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const keys = ['secondFactorRequired', 'secondFactorGraceDays'] as const;
    this.settings.whenChanged(keys, async (agencyId) => this.renew(agencyId, await this.#staffOf(agencyId)));
  }

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

  /** Judges the open sessions of these people anew: whoever is signed in waits for no next time. Inside a unit of work. */
  async renew(agencyId: AgencyId, personIds: readonly PersonId[]): Promise<void> {
    for (const { id, loginId, personId } of await this.sessions.actingAs(personIds)) {
      const actor = await this.actors.ofLogin(loginId, id, personId);
      if (actor?.agencyId === agencyId) await this.sessions.askForFactor(id, await this.begin(actor));
    }
  }

  /** What is asked of the session of an actor. */
  async of({ agencyId, sessionId }: PersonActor): Promise<Duty | undefined> {
    const dueAt = await this.sessions.factorDueAt(sessionId);
    if (dueAt === undefined) return undefined;
    const { timeZone } = await this.agencies.get(agencyId);
    return { dueOn: localDateIn(new Date(dueAt), timeZone), overdue: dueAt <= this.clock.nowIso() };
  }

  /** Everybody with a role that may need one, now, once or later. */
  async #staffOf(agencyId: AgencyId): Promise<PersonId[]> {
    const rows = await this.database.read<{ personId: PersonId }>(
      `SELECT DISTINCT personId FROM role_assignment WHERE agencyId = ? AND role IN (${placeholders(SECOND_FACTOR_ROLES)})`,
      [agencyId, ...SECOND_FACTOR_ROLES],
    );
    return rows.map(({ personId }) => personId);
  }
}
