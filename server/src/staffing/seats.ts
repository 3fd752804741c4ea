// Seats by a worker's hand: put somebody there, take somebody off, tell everybody of the month.
import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMonths,
  err,
  localDate,
  ok,
  type AgencyId,
  type PersonId,
  type Result,
} from '@tongxing/shared/kernel';
import { mayMove, SEAT_MACHINE } from '@tongxing/shared/states';
import { Activities } from '../activities/index.js';
import { Agencies, VolunteersRepository } from '../people/index.js';
import { allRows, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { NotFoundError, StaleVersionError, TransitionError } from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { isHard, seatConflicts, type SeatConflict } from './domain/conflicts.js';
import { stands } from './domain/month-problem.js';
import { MonthLoads } from './month-loads.js';
import { SeatGate, type Refused } from './seat-gate.js';
import { SeatsRepository } from './seats.repository.js';
import type { SeatAssignment } from './staffing.entities.js';

export interface SeatConflictsError {
  readonly code: 'SEAT_CONFLICTS';
  readonly conflicts: readonly SeatConflict[];
}
export type AddSeatError = NotFoundError | SeatConflictsError;
export type EndSeatError = NotFoundError | StaleVersionError | TransitionError;
export interface HandSeat {
  readonly activityId: string;
  readonly role: number;
  readonly volunteerId: string;
  /** Whether the worker knows what the volunteer said, and asked them anew. */
  readonly despite: boolean;
}
export interface Published {
  readonly told: number;
  /** Proposals that nobody is told of, and why. */
  readonly refused: readonly Refused[];
}

const MISSING: NotFoundError = { code: 'NOT_FOUND' };

@Injectable()
export class Seats {
  constructor(
    private readonly activities: Activities,
    private readonly agencies: Agencies,
    private readonly volunteers: VolunteersRepository,
    private readonly loads: MonthLoads,
    private readonly gate: SeatGate,
    private readonly repository: SeatsRepository,
    private readonly outbox: Outbox,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** A proposal by hand, which later runs leave as it is; a proposal of the engine yields to it. */
  async add(actor: PersonActor, hand: HandSeat): Promise<Result<SeatAssignment, AddSeatError>> {
    const { agencyId } = actor;
    const { activityId, role, volunteerId, despite } = hand;
    const view = await this.activities.find(agencyId, activityId);
    const volunteer = (await this.volunteers.byIds(allRows(agencyId), [volunteerId])).get(volunteerId);
    if (!view?.activity.roles[role] || !volunteer) return err(MISSING);
    const { month, ...loaded } = await this.#month(agencyId, view.activity.onDate);
    const activity = loaded.facts.activities.find(({ id }) => id === activityId);
    const person = loaded.facts.volunteers.find(({ personId }) => personId === volunteer.person.id);
    if (!activity || !person) return err(MISSING);
    const known = seatConflicts(person, { activity, role }, loaded.facts.seats);
    const refusing = despite ? known.filter(isHard) : known;
    if (refusing.length > 0) return err({ code: 'SEAT_CONFLICTS', conflicts: refusing });
    const { onDate, startMinute, endMinute } = activity;
    const asked = { activityId, personId: volunteer.person.id, role, onDate, startMinute, endMinute };
    return this.work.run(actor, async (): Promise<Result<SeatAssignment, AddSeatError>> => {
      const [refused] = await this.gate.ask(agencyId, [asked], stands);
      if (refused) return err({ code: 'SEAT_CONFLICTS', conflicts: refused.conflicts });
      const row = await this.#put(agencyId, asked);
      if (!row) return err({ code: 'SEAT_CONFLICTS', conflicts: [{ code: 'HAS_SEAT' }] });
      this.#record('staffing.seatAdded', row, { month });
      return ok(row);
    });
  }

  /** Takes somebody off; whoever was told of it is told again. Later runs do not propose it anew. */
  end(actor: PersonActor, id: string, version: number): Promise<Result<SeatAssignment, EndSeatError>> {
    return this.work.run(actor, async (): Promise<Result<SeatAssignment, EndSeatError>> => {
      const seat = await this.repository.lock(actor.agencyId, id);
      if (!seat) return err(MISSING);
      if (seat.version !== version) return err({ code: 'STALE_VERSION', currentVersion: seat.version });
      if (!mayMove(SEAT_MACHINE, seat.state, 'ENDED')) {
        return err({ code: 'TRANSITION_REFUSED', from: seat.state, to: 'ENDED' });
      }
      const change = { state: 'ENDED' as const, version: version + 1 };
      await this.repository.change(id, change);
      if (seat.state === 'PUBLISHED') {
        await this.outbox.publish('SeatsEnded', { personIds: [seat.personId as PersonId] });
      }
      this.#record('staffing.seatEnded', seat);
      return ok({ ...seat, ...change });
    });
  }

  /** Tells every volunteer of a month's proposals; what cannot be by now stays a proposal, and is answered with why. */
  async publish(actor: PersonActor, month: string): Promise<Published> {
    const { agencyId } = actor;
    const first = localDate(`${month}-01`);
    const today = await this.agencies.today(agencyId);
    const from = first < today ? today : first;
    return this.work.run(actor, async () => {
      const rows = await this.repository.between(agencyId, from, addDays(addMonths(first, 1), -1));
      const ids = [...new Set(rows.map(({ activityId }) => activityId))];
      await this.activities.held(agencyId, ids);
      const proposed = (await this.repository.lockedOfActivities(agencyId, ids)).filter(isProposed);
      const refused = await this.gate.ask(agencyId, proposed, ({ state }) => state === 'PUBLISHED');
      const kept = new Set(refused.map(({ asked }) => asked));
      const given = proposed.filter((seat) => !kept.has(seat));
      const said = { state: 'PUBLISHED', publishedAt: this.clock.nowIso(), publishedBy: actor.personId } as const;
      for (const { id, version } of given) await this.repository.change(id, { ...said, version: version + 1 });
      const personIds = [...new Set(given.map(({ personId }) => personId))] as PersonId[];
      if (personIds.length > 0) {
        await this.outbox.publish('SeatsPublished', { personIds });
        const facts = { month, seats: given.length, people: personIds.length };
        this.trail.record({ action: 'staffing.published', subjectType: 'Agency', subjectId: agencyId, facts });
      }
      return { told: given.length, refused };
    });
  }

  async #month(agencyId: AgencyId, onDate: string) {
    const month = onDate.slice(0, 7);
    return { month, ...(await this.loads.load(agencyId, month)) };
  }

  /** Undefined where they have a seat there by now. Inside a unit of work that has passed the gate. */
  async #put(agencyId: AgencyId, asked: Parameters<SeatGate['ask']>[1][number]): Promise<SeatAssignment | undefined> {
    const here = await this.repository.lockedOfActivities(agencyId, [asked.activityId]);
    const known = here.find(({ personId }) => personId === asked.personId);
    if (known && stands(known)) return undefined;
    const activity = (await this.activities.held(agencyId, [asked.activityId]))[0];
    const ofRole = here.filter((seat) => seat.role === asked.role && seat.personId !== asked.personId && isTaken(seat));
    const free = (activity?.roles[asked.role]?.seats ?? 0) - ofRole.length;
    if (free <= 0) await this.#yield(ofRole.filter((seat) => isProposed(seat) && !stands(seat)));
    const fresh = { source: 'HAND', state: 'PROPOSED', runId: null, value: null, role: asked.role } as const;
    const unsaid = { publishedAt: null, publishedBy: null, answeredAt: null, reasonSealed: null };
    if (known) {
      const change = { ...fresh, ...unsaid, version: known.version + 1 };
      await this.repository.change(known.id, change);
      return { ...known, ...change };
    }
    const id: string = this.ids.next<never>();
    const row: SeatAssignment = {
      ...{ id, agencyId, ...asked, ...fresh, ...unsaid, version: 1 },
      createdAt: this.clock.nowIso(),
    };
    await this.repository.add([row]);
    return row;
  }

  /** The engine's proposal that is worth least makes room. */
  async #yield(proposals: readonly SeatAssignment[]): Promise<void> {
    const [least] = [...proposals].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
    if (least) await this.repository.removeProposals([least.id]);
  }

  #record(action: string, { id, activityId, role }: SeatAssignment, more: object = {}): void {
    this.trail.record({ action, subjectType: 'SeatAssignment', subjectId: id, facts: { activityId, role, ...more } });
  }
}

const isProposed = ({ state }: SeatAssignment) => state === 'PROPOSED';
const isTaken = ({ state }: SeatAssignment) => state === 'PROPOSED' || state === 'PUBLISHED';
