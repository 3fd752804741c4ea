// Turns the agency's rosters into the engine's input: ids, codes and integers, nothing that names anybody.
import { Injectable } from '@nestjs/common';
import { daysBetween, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import { DEFAULT_WEIGHTS, type MatchChild, type MatchInput, type MatchVolunteer } from '@tongxing/shared/matching';
import type { SettingValues } from '@tongxing/shared/rules';
import { ChildrenRepository, type ChildView } from '../../children/index.js';
import {
  Agencies,
  AgencySettings,
  Areas,
  SupervisorPlaces,
  Volunteers,
  VolunteersRepository,
  type Area,
} from '../../people/index.js';
import { allRows, type Rows } from '../../platform/access/index.js';
import { PairHistory } from '../companionships/pair-history.js';

export interface Readiness {
  readonly volunteersTotal: number;
  readonly volunteersReady: number;
  readonly childrenWaiting: number;
}

@Injectable()
export class MatchSnapshots {
  constructor(
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly areas: Areas,
    private readonly volunteers: Volunteers,
    private readonly volunteersRepository: VolunteersRepository,
    private readonly children: ChildrenRepository,
    private readonly history: PairHistory,
    private readonly supervisorPlaces: SupervisorPlaces,
  ) {}

  /**
   * The input for one run, judged at the date of service, and who is there to be matched: the volunteers and children of
   * these rows. Others stand in it only by the places that they already hold.
   */
  async take(within: Rows, serviceDate: LocalDate): Promise<{ input: MatchInput; readiness: Readiness }> {
    const { agencyId } = within;
    const settings = await this.settings.valuesOf(agencyId);
    const areas = await this.areas.byCode(agencyId);
    const today = await this.agencies.today(agencyId);
    const { locks, ...past } = await this.history.of(agencyId);
    const accompanied = new Set(locks.map((lock) => lock.childId));
    const mine = await this.volunteersRepository.idsWithin(within);
    const judged = await this.#volunteers(agencyId, serviceDate, areas, settings);
    const volunteers = judged.map((one) => (mine.has(one.id) ? one : { ...one, eligible: false }));
    const children = await this.#children(within, accompanied, areas, today);
    const there = new Set(children.map((child) => child.id));
    const vetoes = past.vetoes.filter((pair) => there.has(pair.childId));
    const earlierPairs = past.earlierPairs.filter((pair) => there.has(pair.childId));
    const supervisorIds = new Set(volunteers.flatMap((volunteer) => volunteer.supervisorId ?? []));
    const placesOf = await this.supervisorPlaces.of(agencyId, [...supervisorIds]);
    const supervisors = [...supervisorIds].map((id) => ({ id, places: placesOf(id).places }));
    const { minimumCommonMinutes, allowOtherGender } = settings;
    return {
      input: {
        snapshot: { serviceDate, volunteers, children, supervisors, locks, vetoes, earlierPairs },
        rules: { minimumCommonMinutes, allowOtherGender },
        weights: DEFAULT_WEIGHTS,
      },
      readiness: {
        volunteersTotal: mine.size,
        volunteersReady: volunteers.filter((volunteer) => volunteer.eligible).length,
        childrenWaiting: children.filter((child) => !accompanied.has(child.id)).length,
      },
    };
  }

  /** The children of these rows, and whoever holds a place already. */
  async #children(
    within: Rows,
    accompanied: ReadonlySet<string>,
    areas: ReadonlyMap<string, Area>,
    today: LocalDate,
  ): Promise<MatchChild[]> {
    const mine = await this.children.idsWithin(within);
    const all = await this.children.all(allRows(within.agencyId));
    return all
      .filter((child) => mine.has(child.id) || accompanied.has(child.id))
      .map((child) => toMatchChild(child, areas, today));
  }

  async #volunteers(
    agencyId: AgencyId,
    serviceDate: LocalDate,
    areas: ReadonlyMap<string, Area>,
    settings: SettingValues,
  ): Promise<MatchVolunteer[]> {
    const judged = await this.volunteers.judged(allRows(agencyId), serviceDate);
    return judged.map(({ volunteer, eligibility }) => ({
      id: volunteer.id,
      gender: volunteer.person.gender,
      languages: volunteer.languages,
      skills: volunteer.skills,
      freeTimes: volunteer.freeTimes,
      area: volunteer.areaCode,
      place: placeOf(areas, volunteer.areaCode),
      travelBudget: volunteer.travelMetres ?? settings.travelBudgetMetres,
      places: volunteer.places,
      supervisorId: volunteer.supervisorId,
      eligible: eligibility.ready,
    }));
  }
}

function toMatchChild(child: ChildView, areas: ReadonlyMap<string, Area>, today: LocalDate): MatchChild {
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
