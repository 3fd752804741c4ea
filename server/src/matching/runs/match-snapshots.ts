// Turns the agency's rosters into the engine's input: ids, codes and integers, nothing that names anybody.
import { Injectable } from '@nestjs/common';
import { daysBetween, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import { DEFAULT_WEIGHTS, type MatchChild, type MatchInput, type MatchVolunteer } from '@tongxing/shared/matching';
import type { SettingValues } from '@tongxing/shared/rules';
import { ChildrenRepository, type ChildView } from '../../children/index.js';
import { Agencies, AgencySettings, Areas, Volunteers, type Area } from '../../people/index.js';
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
    private readonly children: ChildrenRepository,
    private readonly history: PairHistory,
  ) {}

  /** The input for one run, judged at the date of service, and who is there to be matched. */
  async take(agencyId: AgencyId, serviceDate: LocalDate): Promise<{ input: MatchInput; readiness: Readiness }> {
    const settings = await this.settings.valuesOf(agencyId);
    const areas = await this.areas.byCode(agencyId);
    const today = await this.agencies.today(agencyId);
    const volunteers = await this.#volunteers(agencyId, serviceDate, areas, settings);
    const children = (await this.children.all(agencyId)).map((child) => toMatchChild(child, areas, today));
    const { locks, vetoes, earlierPairs } = await this.history.of(agencyId);
    const supervisorIds = new Set(volunteers.flatMap((volunteer) => volunteer.supervisorId ?? []));
    const supervisors = [...supervisorIds].map((id) => ({ id, places: settings.supervisorPlaces }));
    const { minimumCommonMinutes, allowOtherGender } = settings;
    const accompanied = new Set(locks.map((lock) => lock.childId));
    return {
      input: {
        snapshot: { serviceDate, volunteers, children, supervisors, locks, vetoes, earlierPairs },
        rules: { minimumCommonMinutes, allowOtherGender },
        weights: DEFAULT_WEIGHTS,
      },
      readiness: {
        volunteersTotal: volunteers.length,
        volunteersReady: volunteers.filter((volunteer) => volunteer.eligible).length,
        childrenWaiting: children.filter((child) => !accompanied.has(child.id)).length,
      },
    };
  }

  async #volunteers(
    agencyId: AgencyId,
    serviceDate: LocalDate,
    areas: ReadonlyMap<string, Area>,
    settings: SettingValues,
  ): Promise<MatchVolunteer[]> {
    const judged = await this.volunteers.judged(agencyId, serviceDate);
    return judged.map(({ volunteer, eligibility }) => ({
      id: volunteer.id,
      gender: volunteer.person.gender,
      languages: volunteer.languages,
      skills: volunteer.skills,
      freeTimes: volunteer.freeTimes,
      area: volunteer.areaCode,
      place: placeOf(areas, volunteer.areaCode),
      travelBudget: settings.travelBudgetMetres,
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
