import { Inject, Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { RosterImports, type RosterFile } from '../imports/index.js';
import { Agency, FirstRun } from '../people/index.js';
import type { Actor, PersonActor } from '../platform/access/index.js';
import { Clock } from '../platform/clock/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { Evidences } from '../rights/index.js';
import { DemoAgreements } from './demo-agreements.js';
import { DemoApplicants } from './demo-applicants.js';
import { DemoActivities } from './demo-activities.js';
import { DemoDayChildren } from './demo-day-children.js';
import { DemoColleagues } from './demo-colleagues.js';
import { DemoCompanionships } from './demo-companionships.js';
import { DemoDailyLife } from './demo-daily-life.js';
import { DemoFamilies } from './demo-families.js';
import { DemoGifts } from './demo-gifts.js';
import { DemoHelpers } from './demo-helpers.js';
import { DemoPapers } from './demo-papers.js';
import { DemoPeople, type DemoStaff } from './demo-people.js';
import { DemoProgrammes } from './demo-programmes.js';
import { demoRosters } from './demo-rosters.js';
import { DemoShares } from './demo-shares.js';
import { DemoSupervision } from './demo-supervision.js';
import { DemoStaffing } from './demo-staffing.js';
import { DemoCompanyYear } from './demo-company-year.js';
import { DemoTeams } from './demo-teams.js';
import { DemoTraining } from './demo-training.js';
import { DemoVolunteer } from './demo-volunteer.js';
import { freshRoster } from './fresh-roster.js';
import { must } from './must.js';
import { samplesOf, type Samples } from './samples.js';

const TIME_ZONE = 'Asia/Shanghai';
const NOBODY_YET: Actor = { kind: 'system', agencyId: 'none' as AgencyId, name: 'demo' };

/** Fills an empty platform with an invented agency, by the very services that people use. */
@Injectable()
export class SeedDemo {
  constructor(
    private readonly firstRun: FirstRun,
    private readonly people: DemoPeople,
    private readonly imports: RosterImports,
    private readonly volunteer: DemoVolunteer,
    private readonly companionships: DemoCompanionships,
    private readonly papers: DemoPapers,
    private readonly colleagues: DemoColleagues,
    private readonly dailyLife: DemoDailyLife,
    private readonly families: DemoFamilies,
    private readonly programmes: DemoProgrammes,
    private readonly activities: DemoActivities,
    private readonly dayChildren: DemoDayChildren,
    private readonly staffing: DemoStaffing,
    private readonly teams: DemoTeams,
    private readonly companyYear: DemoCompanyYear,
    private readonly gifts: DemoGifts,
    private readonly shares: DemoShares,
    private readonly applicants: DemoApplicants,
    private readonly training: DemoTraining,
    private readonly agreements: DemoAgreements,
    private readonly helpers: DemoHelpers,
    private readonly supervision: DemoSupervision,
    private readonly evidences: Evidences,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Whether anything was seeded: only in the demo, never in production, never where an agency stands already. Says
   * beforehand that it does.
   */
  async seed(say: (text: string) => void = () => undefined): Promise<boolean> {
    if (!this.config.demo || this.config.production || !(await this.#isEmpty())) return false;
    say('正在准备演示机构 Seeding the demo agency …');
    const today = this.clock.today(TIME_ZONE);
    const samples = await samplesOf();
    // All or nothing: a start that is killed in the middle leaves an empty platform, which the next start seeds.
    const director = await this.work.runTogether(NOBODY_YET, () => this.#fill(samples, today));
    if (!director) return false;
    // Counted from what is there, so after it is there.
    const year = Number(today.slice(0, 4));
    must(await this.evidences.make(director, { year, requestId: 'demo' }), 'make the compliance evidence');
    return true;
  }

  async #fill(samples: Samples, today: LocalDate): Promise<PersonActor | undefined> {
    const staff = await this.people.create(samples, today);
    if (!staff) return undefined;
    const others = await this.colleagues.create(staff.agencyId, staff.staff, today);
    const rosters = demoRosters(today, samples.areas, samples.supervisors);
    await this.#import(staff, { kind: 'VOLUNTEERS', name: '志愿者名单.csv', bytes: rosters.volunteers.bytes });
    await this.#import(staff, { kind: 'CHILDREN', name: '儿童名单.csv', bytes: rosters.children.bytes });
    await this.dailyLife.settle(staff.agencyId, others.offices);
    await this.families.settle(staff.worker, today);
    await this.#match(staff, today);
    await this.dailyLife.introduce(staff.agencyId, today);
    await this.programmes.offer(staff.director, staff.worker, today);
    await this.training.offer(staff.director, staff.worker, today);
    const bookCorner = await this.activities.plan(staff, today);
    await this.staffing.arrange(staff, bookCorner);
    await this.dayChildren.signUp(staff, bookCorner, today);
    const teams = await this.teams.book(staff, others, bookCorner, today);
    await this.companyYear.open(staff, teams, bookCorner, today);
    await this.gifts.settle(staff, today);
    await this.shares.open(staff, today);
    await this.applicants.arrive(staff, today);
    await this.agreements.sign(staff);
    await this.helpers.walk(staff, today);
    await this.supervision.talk(staff, today);
    await this.dailyLife.askForFile(staff.director, others);
    await this.colleagues.invite(staff.director, staff.worker);
    const fresh = { kind: 'VOLUNTEERS', name: '新报名志愿者.csv', bytes: freshRoster(today) } as const;
    must(await this.imports.stage(staff.worker, fresh), `read ${fresh.name}`);
    return staff.director;
  }

  async #isEmpty(): Promise<boolean> {
    return (await this.firstRun.isNeeded()) && !(await this.database.repository(Agency).exists());
  }

  /** Staged and imported by the worker, confirmed by the supervisor. */
  async #import({ worker, supervisor }: DemoStaff, file: RosterFile): Promise<void> {
    const staged = must(await this.imports.stage(worker, file), `read ${file.name}`);
    const run = must(await this.imports.run(worker, staged.id, staged.version), `import ${file.name}`);
    must(await this.imports.confirm(supervisor, run.id, run.version), `confirm ${file.name}`);
  }

  async #match({ agencyId, worker, volunteerId }: DemoStaff, today: LocalDate): Promise<void> {
    const id = await this.volunteer.register(agencyId, volunteerId, today);
    await this.papers.bring(worker, 'TRAINING_CERTIFICATE', id, '岗前培训证书.png');
    await this.companionships.begin(worker, id, today);
  }
}
