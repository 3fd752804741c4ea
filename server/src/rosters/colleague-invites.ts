// The coordinator's own list of colleagues: each is sent the link of the day, and comes in by it like everybody else. Nobody is
// put down by it, and no name, number or address of the list is kept: only a fingerprint, so that nobody is written to twice.
import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { newCardCode } from '@tongxing/shared/rules';
import { WorkbookEngine, type RosterProblem } from '../imports/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { NotFoundError } from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { readColleagues, type ColleagueRow, type RowLeftOut } from './colleague-rows.js';
import { closedWhy, RosterBookings, type TeamDay } from './roster-bookings.js';
import { RosterPlaces } from './roster-places.repository.js';
import { RosterInvite } from './roster.entities.js';
import { refused, type RosterRefusedError } from './rosters.js';

export interface TooManyInvites {
  readonly code: 'TOO_MANY_INVITES';
  /** How many more may be sent for this day. */
  readonly limit: number;
}
export type InviteProblem = RosterProblem | NotFoundError | RosterRefusedError | TooManyInvites;
export interface Invited {
  /** Whom the link is sent to, or would be. */
  readonly rows: readonly ColleagueRow[];
  readonly leftOut: readonly RowLeftOut[];
}

const MISSING: NotFoundError = { code: 'NOT_FOUND' };
/** Of ten who are asked perhaps three come; a number for each place keeps strangers' phones quiet. */
const FOR_EACH_PLACE = 4;

@Injectable()
export class ColleagueInvites {
  constructor(
    private readonly bookings: RosterBookings,
    private readonly places: RosterPlaces,
    private readonly engine: WorkbookEngine,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** What would be sent; nothing is, and nothing is kept. */
  look(actor: PersonActor, bookingId: string, bytes: Uint8Array): Promise<Result<Invited, InviteProblem>> {
    return this.#read(actor, bookingId, bytes);
  }

  /** To everybody whose row is right, or to nobody: all messages are put down together. */
  async send(
    actor: PersonActor,
    bookingId: string,
    bytes: Uint8Array,
    locale: 'zh-CN' | 'en',
  ): Promise<Result<Invited, InviteProblem>> {
    const before = await this.#read(actor, bookingId, bytes);
    if (!before.ok) return before;
    return this.work.run(actor, async (): Promise<Result<Invited, InviteProblem>> => {
      const day = await this.bookings.lock(actor.agencyId, bookingId);
      if (!day) return err(MISSING);
      const closed = closedWhy(day);
      if (closed) return err(refused(closed));
      const known = await this.#known(day, true);
      const now = this.#without(before.value, day, known);
      const limit = day.booking.people * FOR_EACH_PLACE - known.size;
      if (now.rows.length > limit) return err({ code: 'TOO_MANY_INVITES', limit: Math.max(0, limit) });
      const code = await this.#linkOf(actor, day);
      for (const { to } of now.rows) {
        await this.#add(day, to);
        const asked = { bookingId, to, locale, path: `/join-day/${code}` };
        await this.outbox.publish('ColleagueInvited', asked, { subject: bookingId });
      }
      const facts = { people: now.rows.length, leftOut: now.leftOut.length };
      this.trail.record({
        action: 'roster.colleaguesInvited',
        subjectType: 'TeamBooking',
        subjectId: bookingId,
        facts,
      });
      return ok(now);
    });
  }

  async #read(actor: PersonActor, bookingId: string, bytes: Uint8Array): Promise<Result<Invited, InviteProblem>> {
    const day = await this.bookings.readable(actor, bookingId);
    if (!day) return err(MISSING);
    const closed = closedWhy(day);
    if (closed) return err(refused(closed));
    const read = await readColleagues(bytes, this.engine);
    return read.ok ? ok(this.#without(read.value, day, await this.#known(day, false))) : read;
  }

  /** Whoever was written to before is left out. */
  #without({ rows, leftOut }: Invited, day: TeamDay, known: ReadonlySet<string>): Invited {
    const again = rows.filter(({ to }) => known.has(this.#print(day, to)));
    const both = again.map(({ line, name, to }): RowLeftOut => {
      const cells = { name, phone: to.includes('@') ? '' : to, email: to.includes('@') ? to : '' };
      return { line, cells, reasons: ['ALREADY_INVITED'] };
    });
    return {
      rows: rows.filter((row) => !again.includes(row)),
      leftOut: [...leftOut, ...both].sort((a, b) => a.line - b.line),
    };
  }

  /** As it is committed now where `locked`; then inside a unit of work that holds the booking. */
  async #known({ booking: { agencyId, id: bookingId } }: TeamDay, locked: boolean): Promise<ReadonlySet<string>> {
    const query = this.database
      .repository(RosterInvite)
      .createQueryBuilder('i')
      .where('i.agencyId = :agencyId AND i.bookingId = :bookingId', { agencyId, bookingId });
    const rows = await (locked ? this.database.forUpdate(query) : query).getMany();
    return new Set(rows.map(({ contactIndex }) => contactIndex));
  }

  async #linkOf(actor: PersonActor, day: TeamDay): Promise<string> {
    const open = await this.places.lockOpenLink(actor.agencyId, day.booking.id);
    if (open) return open.code;
    const code = newCardCode(randomInt);
    const id = await this.places.addLink(day, code, actor.personId);
    this.trail.record({ action: 'roster.linkMade', subjectType: 'RosterLink', subjectId: id });
    return code;
  }

  async #add(day: TeamDay, to: string): Promise<void> {
    const { agencyId, id: bookingId } = day.booking;
    const row = { id: this.ids.next<never>() as string, agencyId, bookingId, contactIndex: this.#print(day, to) };
    await this.database.repository(RosterInvite).insert({ ...row, sentAt: this.clock.nowIso() });
  }

  #print({ booking }: TeamDay, to: string): string {
    return this.cipher.blindIndex('roster_invite.contact', `${booking.id}\n${to}`);
  }
}
