// A team's year: added up from the newest editions of its packs; of a closed year it can be frozen as a statement.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import { Agencies } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { NotFoundError } from '../platform/graphql/index.js';
import { Teams, VolunteerTeam } from '../teams/index.js';
import { impactReport, type ImpactReport, type ReportDay } from './domain/impact-report.js';
import { PackHeads } from './pack-heads.js';
import { TeamYearStatement } from './pack.entities.js';
import { Packs } from './packs.js';
import { PacksRepository } from './packs.repository.js';
import { TeamPapers, type TeamPaperView } from './team-papers.js';

export interface YearOpenError {
  readonly code: 'YEAR_OPEN';
}
export interface ImpactView {
  readonly team: VolunteerTeam;
  readonly report: ImpactReport;
  /** As they stand now, with their files; the report tells of those that stood when it was frozen. */
  readonly papers: readonly TeamPaperView[];
  /** Whether the year is over. */
  readonly closed: boolean;
  /** What was frozen, and when; undefined while the report goes with the packs. */
  readonly statement: { readonly hash: string; readonly madeAt: string } | undefined;
}
type Told = Omit<ImpactReport, 'papers'> & Partial<Pick<ImpactReport, 'papers'>>;
const PLACE = 'team_year_statement.content';

@Injectable()
export class Impact {
  constructor(
    private readonly database: Database,
    private readonly repository: PacksRepository,
    private readonly packs: Packs,
    private readonly heads: PackHeads,
    private readonly papers: TeamPapers,
    private readonly teams: Teams,
    private readonly agencies: Agencies,
    private readonly cipher: Cipher,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Of each team for which the reader books now, by name. */
  async list(actor: PersonActor, year: number): Promise<ImpactView[]> {
    const views: ImpactView[] = [];
    for (const team of await this.teams.mine(actor)) views.push(await this.#view(actor.agencyId, team, year));
    return views;
  }

  /** Undefined for a team that is not the reader's. */
  async find(actor: PersonActor, teamId: string, year: number): Promise<ImpactView | undefined> {
    const team = (await this.teams.mine(actor)).find(({ id }) => id === teamId);
    return team && this.#view(actor.agencyId, team, year);
  }

  /** Freezes a closed year; asked again, or by two at once, it is the first one. */
  freeze(actor: PersonActor, teamId: string, year: number): Promise<Result<ImpactView, NotFoundError | YearOpenError>> {
    const { agencyId, personId: madeBy } = actor;
    return this.work.run(actor, async (): Promise<Result<ImpactView, NotFoundError | YearOpenError>> => {
      const view = await this.find(actor, teamId, year);
      if (!view) return err({ code: 'NOT_FOUND' });
      if (!view.closed) return err({ code: 'YEAR_OPEN' });
      // The team's row first: where there is no statement yet, there is nothing else that two could wait for.
      const team = this.database.repository(VolunteerTeam).createQueryBuilder('t').where({ agencyId, id: teamId });
      await this.database.forUpdate(team).getOne();
      const rows = this.database.repository(TeamYearStatement);
      const query = rows.createQueryBuilder('s').where({ agencyId, teamId, year });
      const made = await this.database.forUpdate(query).getOne();
      if (made) return ok({ ...view, statement: { hash: made.hash, madeAt: made.madeAt } });
      const content = JSON.stringify(view.report);
      await this.cipher.ensureKeys(agencyId, [agencyId]);
      const id: string = this.ids.next<never>();
      const hash = createHash('sha256').update(content).digest('hex');
      const contentSealed = this.cipher.sealFor(agencyId, content, `${PLACE}.${id}`);
      const madeAt = this.clock.nowIso();
      await rows.insert({ id, agencyId, teamId, year, contentSealed, hash, madeBy, madeAt });
      this.trail.record({
        action: 'pack.yearFrozen',
        subjectType: 'VolunteerTeam',
        subjectId: teamId,
        facts: { year },
      });
      return ok({ ...view, statement: { hash, madeAt } });
    });
  }

  async #view(agencyId: AgencyId, team: VolunteerTeam, year: number): Promise<ImpactView> {
    const closed = Number((await this.agencies.today(agencyId)).slice(0, 4)) > year;
    const where = { agencyId, teamId: team.id, year };
    const frozen = await this.database.repository(TeamYearStatement).findOneBy(where);
    const papers = await this.papers.ofTeam(agencyId, team.id, year);
    const view = { team, closed, papers };
    if (!frozen) return { ...view, report: await this.#report(agencyId, team, year, papers), statement: undefined };
    await this.cipher.loadKeys([frozen.contentSealed]);
    const told = JSON.parse(this.cipher.open(frozen.contentSealed, `${PLACE}.${frozen.id}`)) as Told;
    // Statements of the time before papers were kept have none.
    const report = { papers: [], ...told };
    return { ...view, report, statement: { hash: frozen.hash, madeAt: frozen.madeAt } };
  }

  async #report(agencyId: AgencyId, team: VolunteerTeam, year: number, kept: readonly TeamPaperView[]) {
    const { name: agency } = await this.agencies.get(agencyId);
    const sent = await this.repository.sentTo(agencyId, [team.id]);
    const heads = await this.heads.of(
      agencyId,
      sent.filter(({ onDate }) => onDate.startsWith(`${String(year)}-`)),
    );
    const days: ReportDay[] = [];
    const persons: string[] = [];
    for (const { pack, theme, themeEn } of heads) {
      const [told] = await this.packs.editions(agencyId, pack.id);
      if (!told) continue;
      const lines = await this.repository.lines(agencyId, [told.edition.id]);
      persons.push(...lines.map(({ personId }) => personId));
      const { taskReached, processReached } = told.edition;
      days.push({
        ...{ onDate: pack.onDate, theme, themeEn, people: lines.length, outcomes: told.words.outcomes },
        minutes: lines.map(({ minutes }) => minutes),
        children: pack.children ?? undefined,
        taskReached: taskReached ?? undefined,
        processReached: processReached ?? undefined,
      });
    }
    const papers = kept.map(({ row }) => {
      const { kind, number, datedOn, amountFen } = row;
      return { kind, number, datedOn, amount: amountFen?.toString() };
    });
    return impactReport({ year, agency, team: team.name, days, papers }, persons);
  }
}
