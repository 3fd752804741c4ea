// A second agency with the historical cohorts D0 to D7, kept apart: no list of a working agency ever shows it.
import { Inject, Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { Agency, PeopleRepository } from '../people/index.js';
import { hashPassword, Logins } from '../platform/auth/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { CohortRows } from './cohorts/cohort-rows.js';
import { cohorts } from './cohorts/cohorts.js';
import { COHORT_AGENCY, COHORT_LOGIN, DEMO_LOGINS, DEMO_PASSWORD } from './demo-logins.js';

const TIME_ZONE = 'Asia/Shanghai';
/** The director has been there for as long as the cohorts have. */
const SINCE = '2013-12-31' as LocalDate;

@Injectable()
export class SeedCohorts {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly logins: Logins,
    private readonly people: PeopleRepository,
    private readonly rows: CohortRows,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether anything was seeded: only beside the demo agency, once, whole or not at all. */
  async seed(): Promise<boolean> {
    if (!this.config.demo || this.config.production || !(await this.#wanted())) return false;
    const agencyId = this.ids.next<AgencyId>();
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    try {
      await this.work.run({ kind: 'system', agencyId, name: 'demo' }, () => this.#fill(agencyId, passwordHash));
      return true;
    } catch (error) {
      // Another server was first: its login has the identifier.
      if (this.database.engine.isUniqueViolation(error)) return false;
      throw error;
    }
  }

  async #wanted(): Promise<boolean> {
    const [first] = DEMO_LOGINS;
    const demo = first && (await this.logins.byIdentifier(first.identifier));
    return Boolean(demo) && !(await this.logins.byIdentifier(COHORT_LOGIN.identifier));
  }

  async #fill(agencyId: AgencyId, passwordHash: string): Promise<void> {
    const { identifier, name, role } = COHORT_LOGIN;
    const loginId = await this.logins.create(identifier, passwordHash, 'zh-CN');
    const createdAt = this.clock.nowIso();
    const agency = { id: agencyId, name: COHORT_AGENCY, timeZone: TIME_ZONE, locale: 'zh-CN', contactPhone: null };
    await this.database.repository(Agency).insert({ ...agency, createdAt });
    const personId = await this.people.add({ agencyId, name, loginId });
    await this.people.assignRole(agencyId, personId, role, SINCE);
    await this.rows.write(agencyId, cohorts());
  }
}
