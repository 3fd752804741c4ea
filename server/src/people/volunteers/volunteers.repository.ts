import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId, LocalDate, OfficeId, PersonId, VolunteerId } from '@tongxing/shared/kernel';
import type { WeeklyTime } from '@tongxing/shared/matching';
import { rowCondition, rowConditionAmongIds, type Rows } from '../../platform/access/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, placeholders, readRows, rowsOf, rowWhere } from '../../platform/database/index.js';
import { PeopleRepository, type OpenPerson } from '../people.repository.js';
import { Volunteer } from './volunteer.entity.js';

export interface NewVolunteer {
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  readonly officeId?: OfficeId | undefined;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly freeTimes: readonly WeeklyTime[];
  readonly areaCode?: string | undefined;
  readonly places: number;
  /** In metres; left out: the agency's setting. */
  readonly travelMetres?: number | undefined;
  readonly supervisorId?: PersonId | undefined;
  readonly batchId?: string | undefined;
}
/** A volunteer with the person opened. */
export interface VolunteerView {
  readonly id: VolunteerId;
  readonly person: OpenPerson;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly freeTimes: readonly WeeklyTime[];
  readonly areaCode?: string | undefined;
  readonly places: number;
  readonly travelMetres?: number | undefined;
  readonly supervisorId?: PersonId | undefined;
  readonly stoppedSince?: LocalDate | undefined;
  /** Of what can be changed at the desk. */
  readonly version: number;
}
/** What a volunteer brings along, as the desk says it. */
export interface VolunteerSaid {
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly freeTimes: readonly WeeklyTime[];
  readonly areaCode: string | null;
  readonly places: number;
  /** Null: the agency's setting. */
  readonly travelMetres: number | null;
}

type ViewedRow = Omit<Volunteer, 'agencyId' | 'officeId' | 'batchId' | 'createdAt' | 'erasedAt'>;
const VIEWED = rowsOf(
  Volunteer,
  ...([
    'id',
    'personId',
    'languages',
    'skills',
    'freeTimes',
    'areaCode',
    'places',
    'travelMetres',
    'supervisorId',
    'stoppedSince',
    'version',
  ] as const),
);

const FIRST_VERSION = 1;

@Injectable()
export class VolunteersRepository {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Inside a unit of work. */
  async addAll(volunteers: readonly NewVolunteer[]): Promise<VolunteerId[]> {
    const createdAt = this.clock.nowIso();
    const rows = volunteers.map((one) => ({
      id: this.ids.next<VolunteerId>(),
      agencyId: one.agencyId,
      personId: one.personId,
      officeId: one.officeId ?? null,
      languages: [...one.languages],
      skills: [...one.skills],
      freeTimes: [...one.freeTimes],
      areaCode: one.areaCode ?? null,
      places: one.places,
      travelMetres: one.travelMetres ?? null,
      supervisorId: one.supervisorId ?? null,
      stoppedSince: null,
      version: FIRST_VERSION,
      batchId: one.batchId ?? null,
      createdAt,
      erasedAt: null,
    }));
    for (let from = 0; from < rows.length; from += 100) {
      await this.database.repository(Volunteer).insert(rows.slice(from, from + 100));
    }
    return rows.map((row) => row.id);
  }

  /** One page in the order of arrival. */
  async page(within: Rows, offset: number, limit: number): Promise<VolunteerView[]> {
    const { sql, parameters } = rowCondition(within);
    const tail = `WHERE ${sql} AND erasedAt IS NULL ORDER BY id LIMIT ? OFFSET ?`;
    const rows = await readRows(this.database, VIEWED, tail, [...parameters, limit, offset]);
    return this.#open(within.agencyId, rows);
  }

  /** Ids of all these rows, nothing opened. */
  async idsWithin(within: Rows): Promise<ReadonlySet<string>> {
    const where = { ...rowWhere(within), erasedAt: IsNull() };
    const rows = await this.database.repository(Volunteer).find({ select: { id: true }, where });
    return new Set(rows.map((row) => row.id));
  }

  async all(within: Rows): Promise<VolunteerView[]> {
    const rows = await this.database
      .repository(Volunteer)
      .find({ where: { ...rowWhere(within), erasedAt: IsNull() }, order: { id: 'ASC' } });
    return this.#open(within.agencyId, rows);
  }

  /** Whom this person supervises, among these rows. */
  async supervisedBy(within: Rows, supervisorId: PersonId): Promise<VolunteerView[]> {
    const rows = await this.database
      .repository(Volunteer)
      .find({ where: { ...rowWhere(within), supervisorId, erasedAt: IsNull() }, order: { id: 'ASC' } });
    return this.#open(within.agencyId, rows);
  }

  /** Volunteers by id; ids of rows that are not within are simply absent. */
  async byIds(within: Rows, ids: readonly string[]): Promise<ReadonlyMap<string, VolunteerView>> {
    if (ids.length === 0) return new Map();
    const wanted = [...new Set(ids)];
    const { sql, parameters } = rowConditionAmongIds(within);
    const tail = `WHERE ${sql} AND id IN (${placeholders(wanted)})`;
    const rows = await readRows(this.database, VIEWED, tail, [...parameters, ...wanted]);
    return new Map((await this.#open(within.agencyId, rows)).map((volunteer) => [volunteer.id, volunteer]));
  }

  /** Of these people whoever is a volunteer; the order is that of their arrival. */
  async ofPeople(agencyId: AgencyId, personIds: readonly PersonId[]): Promise<VolunteerView[]> {
    if (personIds.length === 0) return [];
    const where = { agencyId, personId: In([...new Set(personIds)]), erasedAt: IsNull() };
    return this.#open(agencyId, await this.database.repository(Volunteer).find({ where, order: { id: 'ASC' } }));
  }

  async byPerson(agencyId: AgencyId, personId: PersonId): Promise<VolunteerView | undefined> {
    const rows = await this.database.repository(Volunteer).findBy({ agencyId, personId });
    return (await this.#open(agencyId, rows))[0];
  }

  /** Inside a unit of work. */
  async changeTimes(agencyId: AgencyId, id: VolunteerId, freeTimes: readonly WeeklyTime[]): Promise<void> {
    await this.database
      .repository(Volunteer)
      .update({ agencyId, id }, { freeTimes: [...freeTimes], version: nextVersion });
  }

  /** Whoever has the volunteer open is told that something is other by now; inside a unit of work that holds the row. */
  async touch(agencyId: AgencyId, id: VolunteerId): Promise<void> {
    await this.database.repository(Volunteer).update({ agencyId, id }, { version: nextVersion });
  }

  /** Inside a unit of work that holds the row. */
  async say(agencyId: AgencyId, id: VolunteerId, said: VolunteerSaid): Promise<void> {
    const { languages, skills, freeTimes, ...rest } = said;
    const lists = { languages: [...languages], skills: [...skills], freeTimes: [...freeTimes] };
    await this.database.repository(Volunteer).update({ agencyId, id }, { ...rest, ...lists, version: nextVersion });
  }

  /** Locks the volunteer's row until the unit of work ends: nobody else gives the same place away meanwhile. */
  async lock(agencyId: AgencyId, id: VolunteerId): Promise<VolunteerView | undefined> {
    const query = this.database
      .repository(Volunteer)
      .createQueryBuilder('v')
      .where('v.agencyId = :agencyId AND v.id = :id', { agencyId, id });
    const row = await this.database.forUpdate(query).getOne();
    return row ? (await this.#open(agencyId, [row]))[0] : undefined;
  }

  /** Ids of everybody whom this person supervises, with the supervisor's own row locked: places are counted once. */
  async lockSupervised(agencyId: AgencyId, supervisorId: PersonId): Promise<string[]> {
    await this.people.lock(agencyId, supervisorId);
    // Read with locks: a plain read answers as of this unit's first one, and whoever came meanwhile would not be counted.
    const query = this.database
      .repository(Volunteer)
      .createQueryBuilder('v')
      .select('v.id')
      .where({ agencyId, supervisorId })
      .orderBy('v.id');
    return (await this.database.forUpdate(query).getMany()).map(({ id }) => id);
  }

  async #open(agencyId: AgencyId, rows: readonly ViewedRow[]): Promise<VolunteerView[]> {
    const people = await this.people.byIds(
      agencyId,
      rows.map((row) => row.personId),
    );
    return rows.flatMap((row) => {
      const person = people.get(row.personId);
      return person ? [toView(row, person)] : [];
    });
  }
}

const nextVersion = () => `COALESCE(version, ${FIRST_VERSION}) + 1`;

function toView(row: ViewedRow, person: OpenPerson): VolunteerView {
  return {
    id: row.id as VolunteerId,
    person,
    languages: row.languages,
    skills: row.skills,
    freeTimes: row.freeTimes,
    areaCode: row.areaCode ?? undefined,
    places: row.places,
    travelMetres: row.travelMetres ?? undefined,
    supervisorId: (row.supervisorId ?? undefined) as PersonId | undefined,
    stoppedSince: (row.stoppedSince ?? undefined) as LocalDate | undefined,
    version: row.version ?? FIRST_VERSION,
  };
}
