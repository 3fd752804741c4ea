// Turns the agency's rosters into the engine's input: ids, codes and integers, nothing that names anybody.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { daysBetween, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import type { MatchChild, MatchVolunteer, PairOfIds } from '@tongxing/shared/matching';
import type { SettingValues } from '@tongxing/shared/rules';
import { ChildrenRepository, type ChildView } from '../../children/index.js';
import {
  Agencies,
  AgencySettings,
  Areas,
  SupervisorPlaces,
  VolunteerEligibility,
  VolunteersRepository,
  type Area,
  type VolunteerView,
} from '../../people/index.js';
import { allRows, rowCondition, type Rows } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { PairHistory } from '../companionships/pair-history.js';
import type { Readiness } from './match-run.entity.js';
import { MatchWeightTables } from './match-weights.js';
import type { RosterPart, RunFrame } from './solve-task.js';

export type { Readiness } from './match-run.entity.js';

/** Few statements a person, and a run that is cancelled still ends soon. */
const SLICE = 200;
const EVERYBODY = 10_000_000;

export interface Takers {
  /** A part of the people, on its way to the engine. */
  readonly part: (part: RosterPart) => void;
  /** How much has been read, 0 to 1; throws where the run is not wanted any more. */
  readonly read: (share: number) => void;
}
/** Pairs that a worker holds fast, and that still can be. */
export interface Taken {
  readonly frame: RunFrame;
  readonly readiness: Readiness;
  readonly held: readonly PairOfIds[];
}
interface Known {
  readonly areas: ReadonlyMap<string, Area>;
  readonly settings: SettingValues;
  readonly today: LocalDate;
  /** For how many absent companions each volunteer stands in: so many places fewer. */
  readonly covers: ReadonlyMap<string, number>;
}

@Injectable()
export class MatchSnapshots {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly areas: Areas,
    private readonly eligibility: VolunteerEligibility,
    private readonly volunteers: VolunteersRepository,
    private readonly children: ChildrenRepository,
    private readonly history: PairHistory,
    private readonly supervisorPlaces: SupervisorPlaces,
    private readonly weights: MatchWeightTables,
  ) {}

  /**
   * The input for one run, judged at the date of service, and who is there to be matched: the volunteers and children of
   * these rows, of one area where it is named. Others stand in it only by the places that they already hold. Read in
   * slices, with everybody else's requests between them.
   */
  async take(within: Rows, area: string | undefined, serviceDate: LocalDate, takers: Takers): Promise<Taken> {
    const { agencyId } = within;
    const known = await this.#known(agencyId);
    const { locks, ...past } = await this.history.of(agencyId);
    const volunteers = await this.#volunteers(within, serviceDate, known, takers);
    const children = await this.#children(within, area, known, takers);
    const accompanied = new Set(locks.map((lock) => lock.childId));
    const held = standing(await this.history.held(agencyId), { locks, ready: volunteers.ready, accompanied });
    const there = new Set(children);
    const mine = (pair: PairOfIds) => there.has(pair.childId);
    const placesOf = await this.supervisorPlaces.of(agencyId, [...volunteers.supervisors.keys()]);
    const { minimumCommonMinutes, allowOtherGender } = known.settings;
    return {
      frame: {
        snapshot: {
          serviceDate,
          supervisors: [...volunteers.supervisors].map(([id, covers]) => ({
            id,
            places: Math.max(0, placesOf(id).places - covers),
          })),
          locks: [...locks, ...held],
          vetoes: past.vetoes.filter(mine),
          earlierPairs: past.earlierPairs.filter(mine),
        },
        rules: { minimumCommonMinutes, allowOtherGender },
        weights: await this.weights.current(agencyId),
      },
      readiness: {
        volunteersTotal: volunteers.mine,
        volunteersReady: volunteers.readyMine,
        childrenWaiting: children.filter((id) => !accompanied.has(id)).length,
      },
      held: held.filter(mine),
    };
  }

  /** One volunteer as a run would see them on that day. */
  async volunteer(agencyId: AgencyId, volunteer: VolunteerView, serviceDate: LocalDate): Promise<MatchVolunteer> {
    const known = await this.#known(agencyId);
    const judged = (await this.eligibility.on(agencyId, [volunteer], serviceDate)).get(volunteer.id);
    return toMatchVolunteer(volunteer, judged?.ready === true, known);
  }

  async child(agencyId: AgencyId, child: ChildView): Promise<MatchChild> {
    return toMatchChild(child, await this.#known(agencyId));
  }

  async #known(agencyId: AgencyId): Promise<Known> {
    const settings = await this.settings.valuesOf(agencyId);
    const areas = await this.areas.byCode(agencyId);
    const covers = await this.history.coversOf(agencyId);
    return { settings, areas, covers, today: await this.agencies.today(agencyId) };
  }

  async #volunteers(within: Rows, serviceDate: LocalDate, known: Known, takers: Takers) {
    const { agencyId } = within;
    const mine = new Set(await this.#ids('volunteer', within));
    const all = await this.#ids('volunteer', allRows(agencyId));
    const ready = new Map<string, number>();
    // With how many of whom they supervise stand in for somebody.
    const supervisors = new Map<string, number>();
    let readyMine = 0;
    await inSlices(all, async (ids, share) => {
      takers.read(share * 0.7);
      const views = [...(await this.volunteers.byIds(allRows(agencyId), ids)).values()];
      const judged = await this.eligibility.on(agencyId, views, serviceDate);
      const volunteers = views.map((view) => {
        const isReady = judged.get(view.id)?.ready === true;
        if (isReady) ready.set(view.id, freePlaces(view, known));
        if (isReady && mine.has(view.id)) readyMine += 1;
        const { supervisorId } = view;
        if (supervisorId) {
          supervisors.set(supervisorId, (supervisors.get(supervisorId) ?? 0) + (known.covers.get(view.id) ?? 0));
        }
        return toMatchVolunteer(view, isReady && mine.has(view.id), known);
      });
      takers.part({ volunteers });
    });
    return { ready, supervisors, readyMine, mine: mine.size };
  }

  /** Ids of the children who are considered. */
  async #children(within: Rows, area: string | undefined, known: Known, takers: Takers): Promise<string[]> {
    const considered: string[] = [];
    await inSlices(await this.#ids('child', within), async (ids, share) => {
      takers.read(0.7 + share * 0.3);
      const views = [...(await this.children.byIds(within, ids)).values()];
      const children = views.filter((child) => area === undefined || child.areaCode === area);
      considered.push(...children.map((child) => child.id));
      takers.part({ children: children.map((child) => toMatchChild(child, known)) });
    });
    return considered;
  }

  /** Nothing opened, nothing built: an id is all that is needed of twenty thousand people at once. */
  async #ids(table: 'volunteer' | 'child', within: Rows): Promise<string[]> {
    const { sql, parameters } = rowCondition(within);
    const statement = `SELECT id FROM ${table} WHERE ${sql} AND erasedAt IS NULL ORDER BY id LIMIT ?`;
    const rows = await this.database.read<{ id: string }>(statement, [...parameters, EVERYBODY]);
    return rows.map(({ id }) => id);
  }
}

async function inSlices(
  ids: readonly string[],
  work: (slice: readonly string[], share: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < ids.length; from += SLICE) {
    await work(ids.slice(from, from + SLICE), from / ids.length);
    await nextTurn();
  }
}

interface Now {
  readonly locks: readonly PairOfIds[];
  /** Places in all of whoever is ready, by volunteer. */
  readonly ready: ReadonlyMap<string, number>;
  readonly accompanied: ReadonlySet<string>;
}

/** Of the pairs held fast those that can stay: the volunteer is ready and has a place, the child has nobody. */
function standing(held: readonly PairOfIds[], { locks, ready, accompanied }: Now): PairOfIds[] {
  const taken = new Map<string, number>();
  const take = (id: string) => taken.set(id, (taken.get(id) ?? 0) + 1);
  for (const lock of locks) take(lock.volunteerId);
  const children = new Set(accompanied);
  return held.filter(({ volunteerId, childId }) => {
    if (children.has(childId) || (taken.get(volunteerId) ?? 0) >= (ready.get(volunteerId) ?? 0)) return false;
    take(volunteerId);
    children.add(childId);
    return true;
  });
}

const freePlaces = ({ id, places }: VolunteerView, { covers }: Known): number =>
  Math.max(0, places - (covers.get(id) ?? 0));

function toMatchVolunteer(volunteer: VolunteerView, eligible: boolean, known: Known): MatchVolunteer {
  const { areas, settings } = known;
  return {
    id: volunteer.id,
    gender: volunteer.person.gender,
    languages: volunteer.languages,
    skills: volunteer.skills,
    freeTimes: volunteer.freeTimes,
    area: volunteer.areaCode,
    place: placeOf(areas, volunteer.areaCode),
    travelBudget: volunteer.travelMetres ?? settings.travelBudgetMetres,
    places: freePlaces(volunteer, known),
    supervisorId: volunteer.supervisorId,
    eligible,
  };
}

function toMatchChild(child: ChildView, { areas, today }: Known): MatchChild {
  return {
    id: child.id,
    gender: child.person.gender ?? 'FEMALE',
    languages: child.languages,
    needs: child.needs,
    freeTimes: child.freeTimes,
    area: child.areaCode,
    place: placeOf(areas, child.areaCode),
    priority: child.priority,
    waitingDays: child.waitingSince ? Math.max(0, daysBetween(child.waitingSince, today)) : 0,
    companionGender: child.companionGender,
  };
}

function placeOf(areas: ReadonlyMap<string, Area>, code: string | undefined) {
  const area = code === undefined ? undefined : areas.get(code);
  return area && { x: area.x, y: area.y };
}
