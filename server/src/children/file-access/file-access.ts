// Access by reason (H12; 未成年人网络保护条例 36): home circumstances open for a reason, with an approval where the agency
// wants one, for a limited time. Whoever walks with the child needs neither.
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { err, ok, type AgencyId, type ChildId, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { SettingValues } from '@tongxing/shared/rules';
import { AgencySettings } from '../../people/index.js';
import { mayDo, rowsFor, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type {
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../../platform/graphql/index.js';
import { ChildCompanions } from '../child-companions.js';
import { ChildrenRepository } from '../children.repository.js';
import { fileAccessState, hoursAfter, oldestPending, type FileAccessState } from '../domain/file-access-state.js';
import { FileAccessRow, type Decision } from './file-access.entity.js';

export interface FileAccessView {
  readonly id: string;
  readonly childId: ChildId;
  readonly state: FileAccessState;
  readonly reason: string;
  readonly requestedBy: PersonId;
  readonly requestedAt: string;
  readonly decidedBy?: PersonId | undefined;
  readonly openUntil?: string | undefined;
  readonly version: number;
}
/** Whether somebody may read a child's home circumstances now; if not, what would open them. */
export type FileStanding =
  | { readonly open: true; readonly until?: string | undefined }
  | {
      readonly open: false;
      readonly approvalNeeded: boolean;
      readonly hours: number;
      readonly latest?: FileAccessView | undefined;
    };
export interface SamePersonError {
  readonly code: 'SAME_PERSON_MAY_NOT_DECIDE';
}
type RequestError = InvalidInputError | NotFoundError;
type DecideError = NotFoundError | StaleVersionError | TransitionError | SamePersonError;

export const SHORTEST_REASON = 6;
const LONGEST_REASON = 500;
const LONGEST_REQUEST_ID = 60;

@Injectable()
export class FileAccesses {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly children: ChildrenRepository,
    private readonly companions: ChildCompanions,
    private readonly settings: AgencySettings,
  ) {}

  /** How the files of some children of the agency stand to this person; an id that is missing is closed. */
  async standings(actor: PersonActor, childIds: readonly string[]): Promise<ReadonlyMap<string, FileStanding>> {
    const values = await this.settings.valuesOf(actor.agencyId);
    const own = await this.companions.childIdsOfWorker(actor.agencyId, actor.personId);
    const latest = await this.#latestOf(actor, childIds);
    return new Map(childIds.map((id) => [id, standing(values, own.has(id), latest.get(id))]));
  }

  /** Opens the file, or asks for it to be opened, where the agency wants a second person's word. */
  request(
    actor: PersonActor,
    input: { readonly childId: string; readonly reason: string; readonly requestId: string },
  ): Promise<Result<FileAccessView, RequestError>> {
    return this.work.run(actor, async () => {
      const { agencyId, personId } = actor;
      const child = (await this.children.byIds(rowsFor(actor, 'file.request'), [input.childId])).get(input.childId);
      if (!child) return notFound();
      const problems = problemsOf(input);
      if (problems.length > 0) return err({ code: 'INVALID_INPUT' as const, fields: problems });
      const { requestId } = input;
      const again = await this.#rows().findOneBy({ agencyId, requestedBy: personId, requestId });
      if (again) return ok(await this.#open(again));
      return ok(await this.#add(actor, child.person.id, input));
    });
  }

  /** A second person's word on a wish that waits. */
  decide(
    actor: PersonActor,
    input: { readonly id: string; readonly approve: boolean; readonly version: number },
  ): Promise<Result<FileAccessView, DecideError>> {
    return this.#change(actor, input, 'decide', async (row) => {
      const values = await this.settings.valuesOf(actor.agencyId);
      const now = this.clock.nowIso();
      const decision: Decision = input.approve ? 'APPROVED' : 'DECLINED';
      const opened = input.approve ? { opensAt: now, opensUntil: hoursAfter(now, values.fileAccessHours) } : {};
      const action = input.approve ? 'file.approved' : 'file.declined';
      const facts: Record<string, number> = input.approve ? { hours: values.fileAccessHours } : {};
      this.trail.record({ action, subjectType: 'Child', subjectId: row.childId, facts });
      return { ...row, ...opened, decision, decidedBy: actor.personId, decidedAt: now };
    });
  }

  /** The wish is taken back, or the file closed before its time is over. */
  withdraw(
    actor: PersonActor,
    input: { readonly id: string; readonly version: number },
  ): Promise<Result<FileAccessView, DecideError>> {
    return this.#change(actor, input, 'withdraw', (row) => {
      this.trail.record({ action: 'file.closed', subjectType: 'Child', subjectId: row.childId });
      return Promise.resolve({ ...row, withdrawnAt: this.clock.nowIso() });
    });
  }

  /** Wishes that wait for a second person, the oldest first, at most 200; none of the person's own. */
  async pending(actor: PersonActor): Promise<FileAccessView[]> {
    const rows = await this.#rows().find({
      where: this.#waiting(actor.agencyId),
      order: { requestedAt: 'ASC' },
      take: 200,
    });
    const children = await this.children.idsWithin(rowsFor(actor, 'file.decide'));
    const others = rows.filter((row) => row.requestedBy !== actor.personId && children.has(row.childId));
    await this.cipher.loadKeys(others.map((row) => row.reasonSealed));
    return others.map((row) => this.#toView(row));
  }

  /** How many wait for this person to decide. */
  async countPending(actor: PersonActor): Promise<number> {
    return mayDo(actor, 'file.decide') ? (await this.pending(actor)).length : 0;
  }

  async #add(
    actor: PersonActor,
    subject: PersonId,
    { childId, reason, requestId }: { readonly childId: string; readonly reason: string; readonly requestId: string },
  ): Promise<FileAccessView> {
    const { agencyId, personId } = actor;
    const values = await this.settings.valuesOf(agencyId);
    const now = this.clock.nowIso();
    const id = this.ids.next<never>();
    // What is written about a child goes when the child's key goes.
    await this.cipher.ensureKeys(agencyId, [subject]);
    const atOnce = !values.fileApprovalNeeded;
    const row: FileAccessRow = {
      id,
      agencyId,
      childId,
      requestedBy: personId,
      requestId,
      reasonSealed: this.cipher.sealFor(subject, reason.trim(), placeOf(id)),
      requestedAt: now,
      version: 1,
      decidedBy: null,
      decidedAt: null,
      decision: null,
      opensAt: atOnce ? now : null,
      opensUntil: atOnce ? hoursAfter(now, values.fileAccessHours) : null,
      withdrawnAt: null,
    };
    await this.#rows().insert(row);
    const action = atOnce ? 'file.opened' : 'file.requested';
    const facts: Record<string, number> = atOnce ? { hours: values.fileAccessHours } : {};
    this.trail.record({ action, subjectType: 'Child', subjectId: childId, facts });
    return this.#toView(row);
  }

  #change(
    actor: PersonActor,
    { id, version }: { readonly id: string; readonly version: number },
    step: 'decide' | 'withdraw',
    change: (row: FileAccessRow) => Promise<FileAccessRow>,
  ): Promise<Result<FileAccessView, DecideError>> {
    return this.work.run(actor, async () => {
      const row = await this.#lock(actor.agencyId, id);
      const own = row?.requestedBy === actor.personId;
      if (!row || (step === 'withdraw' ? !own : !(await this.#decides(actor, row)))) return notFound();
      // Nobody opens a file to themselves where the agency wants two.
      if (step === 'decide' && own) return err({ code: 'SAME_PERSON_MAY_NOT_DECIDE' as const });
      if (row.version !== version) return err({ code: 'STALE_VERSION' as const, currentVersion: row.version });
      const from = fileAccessState(row, this.clock.nowIso());
      const to = step === 'decide' ? 'OPEN' : 'WITHDRAWN';
      const follows = from === 'PENDING' || (step === 'withdraw' && from === 'OPEN');
      if (!follows) return err({ code: 'TRANSITION_REFUSED' as const, from, to });
      const changed = { ...(await change(row)), version: version + 1 };
      await this.#rows().update({ id }, changed);
      return ok(await this.#open(changed));
    });
  }

  async #decides(actor: PersonActor, { childId }: FileAccessRow): Promise<boolean> {
    return (await this.children.byIds(rowsFor(actor, 'file.decide'), [childId])).has(childId);
  }

  #lock(agencyId: AgencyId, id: string): Promise<FileAccessRow | null> {
    const query = this.#rows().createQueryBuilder('f').where('f.agencyId = :agencyId AND f.id = :id', { agencyId, id });
    return this.database.forUpdate(query).getOne();
  }

  async #latestOf({ agencyId, personId }: PersonActor, childIds: readonly string[]) {
    const rows = await this.#rows().find({
      where: { agencyId, requestedBy: personId, childId: In([...childIds]) },
      order: { requestedAt: 'ASC', id: 'ASC' },
    });
    await this.cipher.loadKeys(rows.map((row) => row.reasonSealed));
    return new Map(rows.map((row) => [row.childId, this.#toView(row)]));
  }

  #waiting(agencyId: AgencyId) {
    return {
      agencyId,
      opensAt: IsNull(),
      decidedAt: IsNull(),
      withdrawnAt: IsNull(),
      requestedAt: MoreThan(oldestPending(this.clock.nowIso())),
    };
  }

  async #open(row: FileAccessRow): Promise<FileAccessView> {
    await this.cipher.loadKeys([row.reasonSealed]);
    return this.#toView(row);
  }

  #toView(row: FileAccessRow): FileAccessView {
    return {
      id: row.id,
      childId: row.childId as ChildId,
      state: fileAccessState(row, this.clock.nowIso()),
      reason: this.cipher.isErased(row.reasonSealed) ? '' : this.cipher.open(row.reasonSealed, placeOf(row.id)),
      requestedBy: row.requestedBy as PersonId,
      requestedAt: row.requestedAt,
      decidedBy: (row.decidedBy ?? undefined) as PersonId | undefined,
      openUntil: row.opensUntil ?? undefined,
      version: row.version,
    };
  }

  #rows() {
    return this.database.repository(FileAccessRow);
  }
}

function standing(values: SettingValues, own: boolean, latest: FileAccessView | undefined): FileStanding {
  if (own || !values.fileReasonNeeded) return { open: true };
  if (latest?.state === 'OPEN') return { open: true, until: latest.openUntil };
  return { open: false, approvalNeeded: values.fileApprovalNeeded, hours: values.fileAccessHours, latest };
}

function problemsOf({ reason, requestId }: { readonly reason: string; readonly requestId: string }) {
  const length = [...reason.trim()].length;
  const problems: { field: string; code: string }[] = [];
  if (length < SHORTEST_REASON) problems.push({ field: 'reason', code: 'TOO_SHORT' });
  if (length > LONGEST_REASON) problems.push({ field: 'reason', code: 'TOO_LONG' });
  if (requestId === '' || requestId.length > LONGEST_REQUEST_ID) problems.push({ field: 'requestId', code: 'INVALID' });
  return problems;
}

const placeOf = (id: string): string => `file_access.reason.${id}`;
const notFound = () => err({ code: 'NOT_FOUND' as const });
