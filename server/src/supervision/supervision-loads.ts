// Who has not been seen, and who carries how much: days and counts, nothing of what was said (P39, S4).
import { Injectable } from '@nestjs/common';
import { localDateIn, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { supervisionDue, type SupervisionDue, type SupervisionFormat } from '@tongxing/shared/rules';
import { HOLDS_PLACE } from '@tongxing/shared/states';
import {
  Agencies,
  AgencySettings,
  PeopleNames,
  Placements,
  SupervisionHistory,
  SupervisorPlaces,
} from '../people/index.js';
import { mayDo, type PersonActor } from '../platform/access/index.js';
import { Database, inParts, placeholders } from '../platform/database/index.js';
import { SupervisionCircle } from './supervision-circle.js';

export interface SupervisedOne extends SupervisionDue {
  readonly volunteerId: string;
  readonly personId: PersonId;
  readonly name: string;
  /** Children accompanied now. */
  readonly held: number;
  readonly supervisorId: PersonId | undefined;
  readonly since: LocalDate;
  readonly individualOn: LocalDate | undefined;
  readonly groupOn: LocalDate | undefined;
  /** Days of talks within the last half year, the newest first. */
  readonly seenOn: readonly LocalDate[];
}
export interface SupervisorLoad {
  readonly personId: PersonId;
  readonly name: string;
  readonly places: number;
  /** Places that are taken: children accompanied by their volunteers. */
  readonly held: number;
  readonly volunteers: readonly SupervisedOne[];
}

interface VolunteerRow {
  readonly id: string;
  readonly personId: PersonId;
  readonly supervisorId: PersonId | null;
  readonly createdAt: string;
  readonly held: number | string;
}
interface SeenRow {
  readonly volunteerId: string;
  readonly format: SupervisionFormat;
  readonly seenOn: LocalDate;
}

/** Names are opened one by one; a longer board helps nobody. */
const MOST = 500;

@Injectable()
export class SupervisionLoads {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly names: PeopleNames,
    private readonly placements: Placements,
    private readonly places: SupervisorPlaces,
    private readonly history: SupervisionHistory,
    private readonly circle: SupervisionCircle,
  ) {}

  /** Every supervisor with their volunteers, for a lead; at most 500 volunteers, those who belong to nobody included. */
  async board({ agencyId }: PersonActor): Promise<{ supervisors: SupervisorLoad[]; nobodys: SupervisedOne[] }> {
    const supervisors = await this.placements.supervisors(agencyId);
    const all = await this.#read(agencyId, undefined);
    const placesOf = await this.places.of(
      agencyId,
      supervisors.map(({ personId }) => personId),
    );
    return {
      supervisors: supervisors.map(({ personId, name }) => {
        const volunteers = all.filter(({ supervisorId }) => supervisorId === personId);
        const held = volunteers.reduce((sum, one) => sum + one.held, 0);
        return { personId, name, places: placesOf(personId).places, held, volunteers };
      }),
      nobodys: all.filter(({ supervisorId }) => !supervisors.some(({ personId }) => personId === supervisorId)),
    };
  }

  /** Those whom the actor supervises today, themselves or for somebody; whoever waits longest comes first. */
  async own(actor: PersonActor): Promise<SupervisedOne[]> {
    const { supervisorIds } = await this.circle.of(actor);
    if (supervisorIds.length === 0) return [];
    return inOrderOfNeed(await this.#read(actor.agencyId, supervisorIds));
  }

  /** Whose talk is overdue: of the whole agency for whoever leads it, else of the own circle; the longest wait first. */
  async overdue(actor: PersonActor): Promise<SupervisedOne[]> {
    const all = mayDo(actor, 'supervision.arrange') && actor.roles.includes('DIRECTOR');
    const found = all ? await this.#read(actor.agencyId, undefined) : await this.own(actor);
    return inOrderOfNeed(found).filter(({ overdue }) => overdue.length > 0);
  }

  async #read(agencyId: AgencyId, supervisorIds: readonly string[] | undefined): Promise<SupervisedOne[]> {
    const rows = await this.#rows(agencyId, supervisorIds);
    const ids = rows.map(({ id }) => id);
    const today = await this.agencies.today(agencyId);
    const timeZone = await this.agencies.timeZone(agencyId);
    const intervals = await this.settings.valuesOf(agencyId);
    const seen = await this.#seen(agencyId, ids);
    const since = await this.history.since(agencyId, ids);
    const names = await this.names.of(
      agencyId,
      rows.map(({ personId }) => personId),
    );
    return rows.map((row) => {
      const days = seen.get(row.id) ?? [];
      const dates = {
        // A new supervisor does not owe a talk on the first day; the one before counts until then.
        since: localDateIn(new Date(since.get(row.id) ?? row.createdAt), timeZone),
        individualOn: days.find(({ format }) => format === 'INDIVIDUAL')?.seenOn,
        groupOn: days.find(({ format }) => format === 'GROUP')?.seenOn,
      };
      return {
        ...{ volunteerId: row.id, personId: row.personId, name: names.get(row.personId) ?? '' },
        ...{ held: Number(row.held), supervisorId: row.supervisorId ?? undefined },
        ...dates,
        ...supervisionDue(dates, intervals, today),
        seenOn: days.map(({ seenOn }) => seenOn),
      };
    });
  }

  #rows(agencyId: AgencyId, supervisorIds: readonly string[] | undefined): Promise<VolunteerRow[]> {
    const states = placeholders(HOLDS_PLACE);
    // Whoever serves nobody and belongs to nobody waits for no talk.
    const whose =
      supervisorIds === undefined
        ? '(v.supervisorId IS NOT NULL OR held.n > 0)'
        : `v.supervisorId IN (${placeholders(supervisorIds)})`;
    return this.database.read<VolunteerRow>(
      `SELECT v.id AS id, v.personId AS personId, v.supervisorId AS supervisorId, v.createdAt AS createdAt,
         COALESCE(held.n, 0) AS held
       FROM volunteer v LEFT JOIN (SELECT volunteerId, COUNT(*) AS n FROM companionship
         WHERE agencyId = ? AND state IN (${states}) GROUP BY volunteerId) held ON held.volunteerId = v.id
       WHERE v.agencyId = ? AND v.erasedAt IS NULL AND v.stoppedSince IS NULL AND ${whose}
       ORDER BY v.id LIMIT ${String(MOST)}`,
      [agencyId, ...HOLDS_PLACE, agencyId, ...(supervisorIds ?? [])],
    );
  }

  /** Days on which each was seen, the newest first. */
  async #seen(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, readonly SeenRow[]>> {
    const found = new Map<string, SeenRow[]>();
    for (const some of inParts(ids)) {
      const rows = await this.database.read<SeenRow>(
        `SELECT volunteerId, format, seenOn FROM supervision_seat
         WHERE agencyId = ? AND volunteerId IN (${placeholders(some)}) AND seenOn IS NOT NULL
         ORDER BY seenOn DESC`,
        [agencyId, ...some],
      );
      for (const row of rows) found.set(row.volunteerId, [...(found.get(row.volunteerId) ?? []), row]);
    }
    return found;
  }
}

/** The earliest last day first: whoever has waited longest. */
function inOrderOfNeed(all: readonly SupervisedOne[]): SupervisedOne[] {
  const firstDue = ({ individualDueOn, groupDueOn }: SupervisedOne) =>
    individualDueOn < groupDueOn ? individualDueOn : groupDueOn;
  return [...all].sort((a, b) => (firstDue(a) < firstDue(b) ? -1 : firstDue(a) > firstDue(b) ? 1 : 0));
}
