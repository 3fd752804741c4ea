// The yearly compliance evidence (未成年人网络保护条例 37): made by the director for a year, kept as it was made, and bound to the
// audit chain by its fingerprint in both directions.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, localDateIn, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { instantAt, type EvidenceFigures } from '@tongxing/shared/rules';
import { Agencies, AgencySettings, PeopleNames } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { anchorSeal, AuditAnchor, AuditTrail, DatabaseChain, verifyChain } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem, InvalidInputError } from '../../platform/graphql/index.js';
import { EvidenceCounts } from './evidence-counts.js';
import { ComplianceEvidence } from './evidence.entity.js';

/** How the chain stood when the numbers were taken from it. */
export interface ChainState {
  readonly rows: number;
  readonly hash: string;
  /** How many of the newest rows were checked, link by link and against the anchor outside; and whether all held. */
  readonly checked: number;
  readonly whole: boolean;
}
/** What the fingerprint covers. */
export interface EvidenceContent {
  readonly number: string;
  readonly year: number;
  readonly from: string;
  readonly until: string;
  readonly asOf: string;
  readonly rightsDays: number;
  readonly chain: ChainState;
  readonly figures: EvidenceFigures;
}
export interface EvidenceView extends EvidenceContent {
  readonly id: string;
  readonly fingerprint: string;
  readonly madeBy: string;
  readonly madeAt: string;
}

const NEWEST = 5_000;
const MONTH_MS = 31 * 86_400_000;
const FIRST_YEAR = 2000;

@Injectable()
export class Evidences {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly anchor: AuditAnchor,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly names: PeopleNames,
    private readonly counts: EvidenceCounts,
  ) {}

  /** All of the agency, the newest first. */
  async list(agencyId: AgencyId): Promise<EvidenceView[]> {
    const rows = await this.#rows().find({ where: { agencyId }, order: { madeAt: 'DESC', id: 'DESC' }, take: 100 });
    return this.#open(agencyId, rows);
  }

  async find(agencyId: AgencyId, id: string): Promise<EvidenceView | undefined> {
    const row = await this.#rows().findOneBy({ agencyId, id });
    return row ? (await this.#open(agencyId, [row]))[0] : undefined;
  }

  /** Counts a year and keeps what was counted; of a year that runs, as far as it has come. */
  async make(
    actor: PersonActor,
    { year, requestId }: { readonly year: number; readonly requestId: string },
  ): Promise<Result<EvidenceView, InvalidInputError>> {
    const { agencyId, personId } = actor;
    const zone = await this.agencies.timeZone(agencyId);
    const asOf = this.clock.nowIso();
    const thisYear = Number(localDateIn(this.clock.now(), zone).slice(0, 4));
    const fields: FieldProblem[] = [];
    if (year < FIRST_YEAR || year > thisYear) fields.push({ field: 'year', code: 'OUT_OF_RANGE' });
    if (requestId === '' || requestId.length > 64) fields.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const from = instantAt(`${String(year)}-01-01` as LocalDate, 0, zone);
    const until = instantAt(`${String(year + 1)}-01-01` as LocalDate, 0, zone);
    const { rightsAnswerDays: rightsDays } = await this.settings.valuesOf(agencyId);
    // Read before the unit of work: counting takes its time, and holds nobody up.
    const chain = await this.#chain(agencyId);
    const figures = await this.counts.of(agencyId, { from, until, asOf, rightsDays });
    const row = await this.work.run(actor, async () => {
      const again = await this.#rows().findOneBy({ agencyId, requestId });
      if (again) return again;
      const number = await this.#number(agencyId, year);
      const content = JSON.stringify({ number, year, from, until, asOf, rightsDays, chain, figures });
      const fingerprint = sha256(content);
      const id: string = this.ids.next<never>();
      const made = { id, agencyId, year, number, content, fingerprint, madeBy: personId, madeAt: asOf, requestId };
      await this.#rows().insert(made);
      const facts = { year, number, fingerprint, chainRows: chain.rows };
      this.trail.record({ action: 'evidence.made', subjectType: 'ComplianceEvidence', subjectId: id, facts });
      return made;
    });
    const [view] = await this.#open(agencyId, [row]);
    if (!view) throw new Error('BUG: evidence without a view');
    return ok(view);
  }

  async #chain(agencyId: AgencyId): Promise<ChainState> {
    await this.anchor.flush();
    const chain = new DatabaseChain(this.database);
    const verdict = await verifyChain(agencyId, {
      ...{ chain, anchor: this.anchor.target, seal: anchorSeal(this.cipher), now: this.clock.nowIso() },
      newest: { rows: NEWEST, sinceMonth: new Date(this.clock.now().getTime() - MONTH_MS).toISOString().slice(0, 7) },
    });
    const { rows, from, problems } = verdict;
    const hash = (await chain.hashAt(agencyId, rows)) ?? '';
    return { rows, hash, checked: Math.max(0, rows - from + 1), whole: problems.length === 0 };
  }

  async #number(agencyId: AgencyId, year: number): Promise<string> {
    const known = await this.#rows().countBy({ agencyId, year });
    return `${String(year)}-${String(known + 1).padStart(2, '0')}`;
  }

  async #open(agencyId: AgencyId, rows: readonly ComplianceEvidence[]): Promise<EvidenceView[]> {
    const names = await this.names.of(agencyId, [...new Set(rows.map(({ madeBy }) => madeBy))]);
    return rows.map(({ id, content, fingerprint, madeBy, madeAt }) => {
      if (sha256(content) !== fingerprint) throw new Error('compliance evidence does not match its fingerprint');
      const told = JSON.parse(content) as EvidenceContent;
      return { ...told, id, fingerprint, madeAt, madeBy: names.get(madeBy) ?? '—' };
    });
  }

  #rows() {
    return this.database.repository(ComplianceEvidence);
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
