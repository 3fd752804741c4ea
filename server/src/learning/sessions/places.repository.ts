// Sessions and who has a place in them. Whoever decides about a seat holds the session's row and reads places under lock.
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { PlaceState } from '@tongxing/shared/rules';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { TrainingPlace, TrainingSession } from './training-session.entities.js';

/** A seat is taken by whoever has one or was there. */
export const SEATED: readonly PlaceState[] = ['ENROLLED', 'ATTENDED'];
type PlaceChange = Partial<Omit<TrainingPlace, 'id' | 'agencyId' | 'sessionId' | 'personId' | 'changedAt'>>;

@Injectable()
export class PlacesRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async session(agencyId: AgencyId, id: string): Promise<TrainingSession | undefined> {
    return (await this.#sessions().findOneBy({ agencyId, id })) ?? undefined;
  }

  /** With its row locked; inside a unit of work. */
  async lockSession(agencyId: AgencyId, id: string): Promise<TrainingSession | undefined> {
    const query = this.#sessions()
      .createQueryBuilder('s')
      .where('s.agencyId = :agencyId AND s.id = :id', { agencyId, id });
    return (await this.database.forUpdate(query).getOne()) ?? undefined;
  }

  /** From that day on, the soonest first; those called off are left out. */
  coming(agencyId: AgencyId, from: LocalDate, courseId?: string): Promise<TrainingSession[]> {
    return this.#sessions().find({
      where: {
        agencyId,
        happensOn: MoreThanOrEqual<string>(from),
        cancelledAt: IsNull(),
        ...(courseId && { courseId }),
      },
      order: { happensOn: 'ASC', startMinute: 'ASC', id: 'ASC' },
      take: 200,
    });
  }

  /** Every session of a course, the latest first. */
  ofCourse(agencyId: AgencyId, courseId: string): Promise<TrainingSession[]> {
    return this.#sessions().find({
      where: { agencyId, courseId },
      order: { happensOn: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  async sessionsByIds(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, TrainingSession>> {
    const rows = ids.length === 0 ? [] : await this.#sessions().findBy({ agencyId, id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Places of a session in the order in which people came. */
  async places(agencyId: AgencyId, sessionIds: readonly string[]): Promise<TrainingPlace[]> {
    if (sessionIds.length === 0) return [];
    const where = { agencyId, sessionId: In([...sessionIds]) };
    return this.#places().find({ where, order: { position: 'ASC', id: 'ASC' } });
  }

  /** The same under lock, as a count that decides has to see what others wrote a moment ago; inside a unit of work. */
  async lockPlaces(agencyId: AgencyId, sessionId: string): Promise<TrainingPlace[]> {
    const query = this.#places()
      .createQueryBuilder('p')
      .where('p.agencyId = :agencyId AND p.sessionId = :sessionId', { agencyId, sessionId })
      .orderBy('p.position', 'ASC');
    return this.database.forUpdate(query).getMany();
  }

  ofPerson(agencyId: AgencyId, personId: PersonId): Promise<TrainingPlace[]> {
    return this.#places().findBy({ agencyId, personId });
  }

  /** A new place, or the one that was left before; inside a unit of work that holds the session. */
  async take(
    session: TrainingSession,
    personId: PersonId,
    place: Pick<TrainingPlace, 'state' | 'position'>,
    before: TrainingPlace | undefined,
  ): Promise<void> {
    if (before) return this.change(before.id, place);
    const { id: sessionId, agencyId } = session;
    const open = { codeTries: 0, attendedBy: null, confirmedBy: null, trainingId: null };
    const id: string = this.ids.next<never>();
    await this.#places().insert({
      id,
      agencyId,
      sessionId,
      personId,
      ...place,
      ...open,
      changedAt: this.clock.nowIso(),
    });
  }

  async change(id: string, change: PlaceChange): Promise<void> {
    await this.#places().update({ id }, { ...change, changedAt: this.clock.nowIso() });
  }

  #sessions() {
    return this.database.repository(TrainingSession);
  }
  #places() {
    return this.database.repository(TrainingPlace);
  }
}
