// A place for a company's donation agreement and receipt: brought in at the desk, read by the company itself. What stands on
// the paper is told as such; it is no entry of a ledger, and nothing is counted with it.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import { Documents, Purposes, type PaperView } from '../documents/index.js';
import { Agencies } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { Teams } from '../teams/index.js';
import { paperProblems, withdrawalProblems, type SaidPaper } from './domain/team-paper.js';
import { TeamPaper, type TeamPaperKind } from './pack.entities.js';
import { PacksRepository } from './packs.repository.js';

export interface TeamPaperView {
  readonly row: TeamPaper;
  /** Why it was withdrawn; undefined while it stands. */
  readonly why: string | undefined;
  /** Its photos or scans, the oldest first. */
  readonly files: readonly PaperView[];
}
export interface NewTeamPaper extends SaidPaper {
  readonly packId: string;
  readonly kind: TeamPaperKind;
}
export type TeamPaperError = InvalidInputError | NotFoundError;
type Outcome = Result<TeamPaperView[], TeamPaperError>;

const PURPOSE = 'TEAM_PAPER';
const WHY = 'team_paper.why';
/** Pages of one paper. */
const MOST_FILES = 10;
/** Pages that may wait at one pack, where some were taken twice. */
const MOST_WAITING = 20;
/** Papers of one pack, withdrawn ones among them. */
const MOST_PAPERS = 50;
const MISSING: NotFoundError = { code: 'NOT_FOUND' };
const invalid = (field: string, code: string): InvalidInputError => ({
  code: 'INVALID_INPUT',
  fields: [{ field, code }],
});

@Injectable()
export class TeamPapers implements OnModuleInit {
  constructor(
    private readonly purposes: Purposes,
    private readonly documents: Documents,
    private readonly repository: PacksRepository,
    private readonly teams: Teams,
    private readonly agencies: Agencies,
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.purposes.add({
      ...{ purpose: PURPOSE, subjectType: 'TeamPack', read: 'pack.read', write: 'pack.send', most: MOST_WAITING },
      // None comes later: a page that is missing comes with the paper brought in again.
      proves: { recordType: 'TeamPaper', most: MOST_FILES, standing: () => Promise.resolve(undefined) },
      ownerOf: async ({ agencyId, offices }, id) =>
        offices === 'ALL' && (await this.repository.find(agencyId, id)) ? 'AGENCY' : undefined,
      alsoRead: {
        permission: 'pack.readAsTeam',
        ownerOf: async (actor, { recordId }) => ((await this.#isOwn(actor, recordId)) ? 'AGENCY' : undefined),
      },
    });
  }

  /** Of one pack, at the desk: the newest first, withdrawn ones among them. */
  async ofPack(agencyId: AgencyId, packId: string): Promise<TeamPaperView[]> {
    return this.#views(agencyId, await this.#rows().findBy({ agencyId, packId }));
  }

  /** Of one team, those that stand and are dated in this year: the newest first. */
  async ofTeam(agencyId: AgencyId, teamId: string, year: number): Promise<TeamPaperView[]> {
    const rows = await this.#rows().findBy({ agencyId, teamId, withdrawnAt: IsNull() });
    return this.#views(
      agencyId,
      rows.filter(({ datedOn }) => datedOn.startsWith(`${String(year)}-`)),
    );
  }

  /** Brings one in; the same request again is the one that is there. */
  async add(actor: PersonActor, { packId, kind, ...said }: NewTeamPaper): Promise<Outcome> {
    const { agencyId, personId: addedBy } = actor;
    const { number, datedOn, amount, fileIds, requestId } = said;
    const fields = paperProblems(said, await this.agencies.today(agencyId));
    return this.work.run(actor, async (): Promise<Outcome> => {
      // The pack's row first: of two that bring in the same paper the second sees the first.
      const pack = await this.repository.lock(agencyId, packId);
      if (!pack) return err(MISSING);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const all = await this.#rows().findBy({ agencyId, packId });
      if (all.some((one) => one.requestId === requestId)) return ok(await this.#views(agencyId, all));
      if (all.length >= MOST_PAPERS) return err(invalid('fileIds', 'TOO_MANY'));
      if (fileIds.length > MOST_FILES) return err(invalid('fileIds', 'TOO_MANY'));
      const same = { agencyId, teamId: pack.teamId, kind, number: number.trim(), withdrawnAt: IsNull() };
      if (await this.#rows().existsBy(same)) return err(invalid('number', 'TAKEN'));
      const id: string = this.ids.next<never>();
      const nothing = { withdrawnBy: null, withdrawnAt: null, whySealed: null };
      await this.#rows().insert({
        ...{ id, agencyId, packId, teamId: pack.teamId, kind, number: number.trim(), datedOn, requestId },
        ...{ amountFen: amount === undefined ? null : BigInt(amount), addedBy, addedAt: this.clock.nowIso() },
        ...nothing,
      });
      if (!(await this.documents.attach(actor, PURPOSE, packId, fileIds, id))) {
        return err(invalid('fileIds', 'NOT_FOUND'));
      }
      this.#record('teamPaper.added', id, { kind, team: pack.teamId, pages: new Set(fileIds).size });
      return ok(await this.ofPack(agencyId, packId));
    });
  }

  /** It stays at the desk, with why; the company reads it no more. */
  async withdraw(actor: PersonActor, id: string, why: string): Promise<Outcome> {
    const { agencyId, personId: withdrawnBy } = actor;
    const fields = withdrawalProblems(why);
    return this.work.run(actor, async (): Promise<Outcome> => {
      const query = this.#rows().createQueryBuilder('p').where({ agencyId, id });
      const row = await this.database.forUpdate(query).getOne();
      if (!row) return err(MISSING);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      if (row.withdrawnAt === null) {
        await this.cipher.ensureKeys(agencyId, [agencyId]);
        const whySealed = this.cipher.sealFor(agencyId, why.trim(), `${WHY}.${id}`);
        await this.#rows().update({ id }, { withdrawnBy, withdrawnAt: this.clock.nowIso(), whySealed });
        this.#record('teamPaper.withdrawn', id, { kind: row.kind, team: row.teamId });
      }
      return ok(await this.ofPack(agencyId, row.packId));
    });
  }

  /** A paper that stands, of a team for which the actor books now. */
  async #isOwn(actor: PersonActor, id: string | null): Promise<boolean> {
    if (id === null) return false;
    const row = await this.#rows().findOneBy({ agencyId: actor.agencyId, id, withdrawnAt: IsNull() });
    return row !== null && (await this.teams.mine(actor)).some((team) => team.id === row.teamId);
  }

  async #views(agencyId: AgencyId, rows: readonly TeamPaper[]): Promise<TeamPaperView[]> {
    if (rows.length === 0) return [];
    const files = await this.documents.ofRecords(
      agencyId,
      rows.map(({ id }) => id),
    );
    await this.cipher.loadKeys(rows.map(({ whySealed }) => whySealed));
    const newest = (a: TeamPaper, b: TeamPaper): number =>
      a.addedAt === b.addedAt ? 0 : a.addedAt < b.addedAt ? 1 : -1;
    return [...rows].sort(newest).map((row) => ({
      row,
      why: this.cipher.openOptional(row.whySealed, `${WHY}.${row.id}`),
      files: files.filter(({ recordId }) => recordId === row.id),
    }));
  }

  #rows() {
    return this.database.repository(TeamPaper);
  }

  #record(action: string, subjectId: string, facts: Record<string, string | number>): void {
    this.trail.record({ action, subjectType: 'TeamPaper', subjectId, facts });
  }
}
