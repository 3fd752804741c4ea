import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type ChildId, type PersonId, type Result } from '@tongxing/shared/kernel';
import { reportDueAt } from '@tongxing/shared/rules';
import { ChildCompanions, ChildrenRepository } from '../children/index.js';
import { CompanionshipsRepository, OwnPairs, type CompanionshipView } from '../matching/index.js';
import { Agencies, AgencySettings, PeopleRepository } from '../people/index.js';
import { mayDo, rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { CardFreezes } from '../progress/index.js';
import { CaseTeam } from './case-team.js';
import type { RaisedByKind } from './concern-words.js';
import { Escalation } from './duty/escalation.js';
import { ReportClock } from './duty/report-clock.js';
import { ConcernTiesRepository } from './ties/concern-ties.repository.js';
import { ConcernReaches } from './concern-reaches.js';
import { ConcernsRepository, type ConcernView } from './concerns.repository.js';

export interface RaiseInput {
  /** At most one of the two: a child of the case team's, or a pair. Without either, it is about whoever the words say. */
  readonly childId: string | undefined;
  readonly companionshipId: string | undefined;
  readonly text: string;
  readonly requestId: string;
  /** It is about the worker beside the child: it goes round them. */
  readonly aboutWorker: boolean;
  /** It is about a colleague of the case team; only the team knows who those are. */
  readonly aboutPersonId: PersonId | undefined;
  /** Keeps every card about the child back, in the same act. */
  readonly freezeCards: boolean;
}
/** "Received, thank you": whom to call, and by when the agency reports. Nothing of what was said. */
export interface ReceiptView {
  readonly companionshipId: string | undefined;
  readonly raisedAt: string;
  readonly dueAt: string;
  readonly seen: boolean;
  readonly workerName: string | undefined;
  readonly workerPhone: string | undefined;
  readonly agencyPhone: string | undefined;
}
export type RaiseError = NotFoundError | InvalidInputError;

const LONGEST_TEXT = 2000;
const LONGEST_REQUEST_ID = 64;
const MISSING = { code: 'NOT_FOUND' as const };

interface About {
  readonly childId: ChildId | undefined;
  readonly companionshipId: string | undefined;
  readonly workerId: PersonId | undefined;
}

/** Somebody says that something is wrong; it reaches someone other than the companion, with a clock (H9, §7.5.1). */
@Injectable()
export class Concerns {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly people: PeopleRepository,
    private readonly children: ChildrenRepository,
    private readonly companions: ChildCompanions,
    private readonly companionships: CompanionshipsRepository,
    private readonly pairs: OwnPairs,
    private readonly repository: ConcernsRepository,
    private readonly reaches: ConcernReaches,
    private readonly escalation: Escalation,
    private readonly reportClock: ReportClock,
    private readonly team: CaseTeam,
    private readonly ties: ConcernTiesRepository,
    private readonly cards: CardFreezes,
  ) {}

  /** Raises one about a child of the actor's, the child whom the actor accompanies or once did, or somebody not named. */
  async raise(actor: PersonActor, input: RaiseInput): Promise<Result<ReceiptView, RaiseError>> {
    const { agencyId, personId } = actor;
    const about = await this.#about(actor, input);
    if (!about) return err(MISSING);
    const fields = problemsOf(input);
    if (!(await this.#mayName(actor, input))) fields.push({ field: 'aboutPersonId', code: 'NOT_OF_THE_TEAM' });
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const kind = kindOf(actor);
    const freezeBy = input.freezeCards && mayDo(actor, 'progress.decide') ? personId : undefined;
    return this.work.run(actor, async () => {
      const before = await this.repository.byRequest(agencyId, input.requestId);
      if (before && before.raisedBy !== personId) return err(MISSING);
      const concern = before ?? (await this.#add(agencyId, { ...input, ...about, raisedBy: personId, kind, freezeBy }));
      return ok(await this.#receipt(agencyId, concern));
    });
  }

  /** By a family's card, inside its unit of work. */
  async raiseByCard(
    pair: CompanionshipView,
    said: {
      readonly kind: RaisedByKind;
      readonly text: string;
      readonly requestId: string;
      readonly aboutWorker: boolean;
    },
  ): Promise<void> {
    const { agencyId, id: companionshipId, childId, workerId } = pair;
    if (await this.repository.byRequest(agencyId, said.requestId)) return;
    await this.#add(agencyId, { ...said, childId, companionshipId, workerId, raisedBy: undefined });
  }

  async page(actor: PersonActor, bounds: { offset: number; limit: number }): ReturnType<ConcernsRepository['page']> {
    return this.repository.page(await this.reaches.of(actor), bounds);
  }

  /** What is not closed is somebody's to think of. */
  async countOpen(actor: PersonActor): Promise<number> {
    return this.repository.countOpen(await this.reaches.of(actor));
  }

  /** Ids of what is about the actor, which is nothing of theirs to know: for whoever keeps traces of it from them. */
  aboutSelf({ agencyId, personId }: PersonActor): Promise<readonly string[]> {
    return this.ties.idsAbout(agencyId, personId);
  }

  /** Somebody in charge has read it. Seen once, it stays seen by the first. */
  markSeen(actor: PersonActor, id: string): Promise<Result<ConcernView, NotFoundError>> {
    return this.work.run(actor, async () => {
      const reach = await this.reaches.of(actor);
      const concern = await this.repository.find(reach, id);
      if (!concern) return err(MISSING);
      if (await this.repository.markSeen(concern, actor.personId)) {
        this.trail.record({ action: 'concern.seen', subjectType: 'Concern', subjectId: id });
      }
      const seen = await this.repository.find(reach, id);
      return seen ? ok(seen) : err(MISSING);
    });
  }

  /** The receipts of somebody's own, the newest first. */
  async receiptsOf({ agencyId, personId }: PersonActor): Promise<ReceiptView[]> {
    const rows = await this.repository.raisedBy(agencyId, personId);
    // Whoever it is about is not whom to call.
    const about = await this.ties.aboutBy(
      agencyId,
      rows.map(({ id }) => id),
    );
    const beside = ({ id, workerId }: (typeof rows)[number]) =>
      workerId !== null && !about.get(id)?.has(workerId) ? workerId : undefined;
    const workerIds = rows.flatMap((row) => (beside(row) ?? []) as PersonId[]);
    const workers = await this.people.byIds(agencyId, workerIds);
    const { contactPhone } = await this.agencies.get(agencyId);
    return rows.map((row) => {
      const { companionshipId, raisedAt, dueAt, state } = row;
      const worker = workers.get(beside(row) ?? '');
      return {
        ...{ raisedAt, dueAt, seen: state !== 'RECEIVED', companionshipId: companionshipId ?? undefined },
        workerName: worker?.name,
        workerPhone: worker?.phone,
        agencyPhone: contactPhone ?? undefined,
      };
    });
  }

  /** Nobody but the team names a colleague, and only one of the team. */
  async #mayName(actor: PersonActor, { aboutPersonId }: RaiseInput): Promise<boolean> {
    if (aboutPersonId === undefined) return true;
    return mayDo(actor, 'concern.handle') && (await this.team.includes(actor.agencyId, aboutPersonId));
  }

  async #about(actor: PersonActor, { childId, companionshipId }: RaiseInput): Promise<About | undefined> {
    const rows = rowsFor(actor, 'concern.raise');
    if (companionshipId !== undefined) {
      const pair =
        (await this.companionships.find(rows, companionshipId)) ?? (await this.pairs.own(actor, companionshipId));
      return pair && { childId: pair.childId, companionshipId: pair.id, workerId: pair.workerId };
    }
    if (childId === undefined) return { childId, companionshipId, workerId: undefined };
    const child = (await this.children.byIds(rows, [childId])).get(childId);
    if (!child) return undefined;
    const workerId = (await this.companions.workersOf(actor.agencyId, [childId])).get(childId);
    return { childId: child.id, companionshipId: undefined, workerId };
  }

  async #add(
    agencyId: AgencyId,
    raised: About & {
      readonly text: string;
      readonly requestId: string;
      readonly raisedBy: PersonId | undefined;
      readonly kind: RaisedByKind;
      readonly aboutWorker?: boolean;
      readonly aboutPersonId?: PersonId | undefined;
      readonly freezeBy?: PersonId | undefined;
    },
  ): Promise<ConcernView> {
    const { kind, childId, companionshipId, workerId, raisedBy, requestId } = raised;
    const { concernReportHours } = await this.settings.valuesOf(agencyId);
    const concern = await this.repository.add({
      ...{ agencyId, childId, companionshipId, workerId, raisedBy, requestId },
      raisedByKind: kind,
      text: raised.text.trim(),
      dueAt: reportDueAt(this.clock.nowIso(), concernReportHours),
    });
    const named = [raised.aboutWorker ? workerId : undefined, raised.aboutPersonId].filter((one) => one !== undefined);
    for (const one of named) await this.ties.name(concern, one, raisedBy);
    const frozen =
      raised.freezeBy && childId ? await this.cards.forConcern({ agencyId, childId }, raised.freezeBy) : undefined;
    const facts = { by: kind, hours: concernReportHours, ...(frozen === undefined ? {} : { frozen }) };
    this.trail.record({ action: 'concern.raised', subjectType: 'Concern', subjectId: concern.id, facts });
    const { onCall, leads } = await this.escalation.begin(agencyId, concern.id);
    await this.reportClock.begin(concern);
    const beside = workerId && !named.includes(workerId) ? workerId : undefined;
    const told = { concernId: concern.id, workerPersonId: beside, raisedBy, onCall, leads };
    await this.outbox.publish('ConcernRaised', told);
    return concern;
  }

  async #receipt(agencyId: AgencyId, concern: ConcernView): Promise<ReceiptView> {
    const { raisedAt, dueAt, companionshipId, workerId } = concern;
    const about = await this.ties.aboutOf(concern);
    const beside = workerId && !about.has(workerId) ? workerId : undefined;
    const worker = beside && (await this.people.byIds(agencyId, [beside])).get(beside);
    const { contactPhone } = await this.agencies.get(agencyId);
    return {
      ...{ raisedAt, dueAt, companionshipId, seen: concern.state !== 'RECEIVED' },
      workerName: worker ? worker.name : undefined,
      workerPhone: worker ? worker.phone : undefined,
      agencyPhone: contactPhone ?? undefined,
    };
  }
}

function kindOf(actor: PersonActor): RaisedByKind {
  if (rowsFor(actor, 'concern.read').offices.length > 0) return 'STAFF';
  return actor.roles.some((role) => role === 'VOLUNTEER' || role === 'EMPLOYEE') ? 'VOLUNTEER' : 'OTHER';
}

function problemsOf({ text, requestId }: RaiseInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (text.trim() === '') problems.push({ field: 'text', code: 'REQUIRED' });
  if (text.trim().length > LONGEST_TEXT) problems.push({ field: 'text', code: 'TOO_LONG' });
  if (requestId === '' || requestId.length > LONGEST_REQUEST_ID) {
    problems.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
  }
  return problems;
}
