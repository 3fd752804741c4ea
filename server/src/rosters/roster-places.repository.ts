// Places of a team's day. Whoever decides about one holds the booking and reads the places under lock.
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { TeamTasks } from '@tongxing/shared/rules';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import type { TeamDay } from './roster-bookings.js';
import { RosterInvite, RosterLink, RosterPlace, TeamMember } from './roster.entities.js';

type PlaceChange = Partial<Omit<RosterPlace, 'id' | 'agencyId' | 'bookingId' | 'personId' | 'changedAt' | 'createdAt'>>;

@Injectable()
export class RosterPlaces {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Who is down, in the order in which they came. */
  joined(agencyId: AgencyId, bookingId: string): Promise<RosterPlace[]> {
    const where = { agencyId, bookingId, state: 'JOINED' as const };
    return this.#places().find({ where, order: { id: 'ASC' } });
  }

  /** The same, as it is committed now; inside a unit of work that holds the booking. */
  lockJoined(agencyId: AgencyId, bookingId: string): Promise<RosterPlace[]> {
    const query = this.#places()
      .createQueryBuilder('p')
      .where('p.agencyId = :agencyId AND p.bookingId = :bookingId', { agencyId, bookingId })
      .andWhere("p.state = 'JOINED'")
      .orderBy('p.id');
    return this.database.forUpdate(query).getMany();
  }

  /** One person's own place; inside a unit of work that holds the booking. */
  lockOf(agencyId: AgencyId, bookingId: string, personId: string): Promise<RosterPlace | null> {
    const query = this.#places()
      .createQueryBuilder('p')
      .where('p.agencyId = :agencyId AND p.bookingId = :bookingId', { agencyId, bookingId })
      .andWhere('p.personId = :personId', { personId });
    return this.database.forUpdate(query).getOne();
  }

  find(agencyId: AgencyId, id: string): Promise<RosterPlace | null> {
    return this.#places().findOneBy({ agencyId, id });
  }

  /** Somebody's own, the newest first: asked for and taken. */
  ofPerson(agencyId: AgencyId, personId: string): Promise<RosterPlace[]> {
    const where = { agencyId, personId, state: In(['ASKED', 'JOINED']) };
    return this.#places().find({ where, order: { id: 'DESC' }, take: 20 });
  }

  /** Somebody asked for a place and is not here yet: it takes none, and nobody but them sees it. */
  async ask({ booking }: TeamDay, personId: string, tasks: TeamTasks): Promise<void> {
    const { agencyId, id: bookingId } = booking;
    const row = { ...this.#fresh(), agencyId, bookingId, personId, tasks, state: 'ASKED' as const };
    await this.#places().createQueryBuilder().insert().values(row).orIgnore().execute();
  }

  /** Takes a place; `known` is what they had before. Inside a unit of work that holds the booking. */
  async join({ booking }: TeamDay, personId: string, tasks: TeamTasks, known: RosterPlace | null): Promise<void> {
    const { agencyId, id: bookingId, teamId } = booking;
    if (known) await this.change(known.id, { tasks, state: 'JOINED' });
    else await this.#places().insert({ ...this.#fresh(), agencyId, bookingId, personId, tasks, state: 'JOINED' });
    const member = { id: this.ids.next<never>() as string, agencyId, teamId, personId, createdAt: this.clock.nowIso() };
    const members = this.database.repository(TeamMember);
    await members.createQueryBuilder().insert().values(member).orIgnore().execute();
  }

  async change(id: string, change: PlaceChange): Promise<void> {
    await this.#places().update({ id }, { ...change, changedAt: this.clock.nowIso() });
  }

  /** The open link of a booking. */
  openLink(agencyId: AgencyId, bookingId: string): Promise<RosterLink | null> {
    return this.#links().findOneBy({ agencyId, openBookingId: bookingId });
  }

  /** The same, as it is committed now; inside a unit of work that holds the booking. */
  lockOpenLink(agencyId: AgencyId, bookingId: string): Promise<RosterLink | null> {
    const query = this.#links()
      .createQueryBuilder('l')
      .where('l.agencyId = :agencyId AND l.openBookingId = :bookingId', { agencyId, bookingId });
    return this.database.forUpdate(query).getOne();
  }

  linkByCode(code: string): Promise<RosterLink | null> {
    return this.#links().findOneBy({ code, closedAt: IsNull() });
  }

  /** Of two who make one at once the first stays; inside a unit of work that holds the booking. */
  async addLink({ booking }: TeamDay, code: string, createdBy: string): Promise<string> {
    const { agencyId, id: bookingId } = booking;
    const id: string = this.ids.next<never>();
    const row = { id, agencyId, bookingId, openBookingId: bookingId, code, createdBy, closedAt: null };
    await this.#links().insert({ ...row, createdAt: this.clock.nowIso() });
    return id;
  }

  /** To how many numbers and addresses of the company's own list the link was sent. */
  invited(agencyId: AgencyId, bookingId: string): Promise<number> {
    return this.database.repository(RosterInvite).countBy({ agencyId, bookingId });
  }

  async closeLink(id: string): Promise<void> {
    await this.#links().update({ id }, { openBookingId: null, closedAt: this.clock.nowIso() });
  }

  #fresh() {
    const now = this.clock.nowIso();
    return {
      ...{ id: this.ids.next<never>() as string, createdAt: now, changedAt: now, signedAt: null, remindedAt: null },
      ...{ agreementVersion: null, agreementLanguage: null, agreementHash: null, agreementFactId: null },
    };
  }

  #places() {
    return this.database.repository(RosterPlace);
  }

  #links() {
    return this.database.repository(RosterLink);
  }
}
