import { Injectable } from '@nestjs/common';
import { PEOPLE_BY_NAME, type LocalDate } from '@tongxing/shared/kernel';
import { standingOf, type Eligibility } from '@tongxing/shared/rules';
import type { Rows } from '../../platform/access/index.js';
import { VolunteerEligibility } from './volunteer-eligibility.js';
import { NameSearch } from '../names/name-search.js';
import { VolunteerLists } from './volunteer-lists.js';
import { VolunteersRepository, type VolunteerView } from './volunteers.repository.js';

export type Standing = ReturnType<typeof standingOf>;
export interface VolunteerQuery {
  readonly standing?: Standing | null | undefined;
  readonly name?: string | null | undefined;
  /** Asked only where readiness is: the day may cost a read. */
  readonly serviceDate: () => LocalDate | Promise<LocalDate>;
  readonly offset: number;
  readonly limit: number;
}

/** The volunteers of an agency as the case team sees them. */
@Injectable()
export class Volunteers {
  constructor(
    private readonly repository: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly names: NameSearch,
    private readonly lists: VolunteerLists,
  ) {}

  /** A page of the list; by name, the best matches first. Readiness is derived, so that filter works on opened rows. */
  async page(within: Rows, query: VolunteerQuery): Promise<{ volunteers: VolunteerView[]; total: number }> {
    if (!query.standing && !query.name) return this.repository.page(within, query.offset, query.limit);
    const named = query.name ? await this.#named(within, query.name) : await this.repository.all(within);
    const found = query.standing
      ? await this.#inStanding(within, named, query.standing, await query.serviceDate())
      : named;
    return { volunteers: found.slice(query.offset, query.offset + query.limit), total: found.length };
  }

  /** Ids of all whom a query finds; at most so many. */
  async ids(within: Rows, query: Omit<VolunteerQuery, 'offset' | 'limit'>, limit: number): Promise<string[]> {
    if (!query.standing && !query.name) return this.lists.ids(within, limit);
    const { volunteers } = await this.page(within, { ...query, offset: 0, limit });
    return volunteers.map(({ id }) => id);
  }

  /** These volunteers in this order; ids of rows that are not within are simply absent. */
  async inOrder(within: Rows, ids: readonly string[]): Promise<VolunteerView[]> {
    const volunteers = await this.repository.byIds(within, ids);
    return ids.flatMap((id) => volunteers.get(id) ?? []);
  }

  /** One volunteer among these rows; undefined for any other id. */
  async find(within: Rows, id: string): Promise<VolunteerView | undefined> {
    return (await this.repository.byIds(within, [id])).get(id);
  }

  /** All volunteers with their eligibility on a day: what the matching starts from. */
  async judged(within: Rows, on: LocalDate): Promise<{ volunteer: VolunteerView; eligibility: Eligibility }[]> {
    const volunteers = await this.repository.all(within);
    const eligibility = await this.eligibility.on(within.agencyId, volunteers, on);
    return volunteers.flatMap((volunteer) => {
      const judged = eligibility.get(volunteer.id);
      return judged ? [{ volunteer, eligibility: judged }] : [];
    });
  }

  async #named(within: Rows, name: string): Promise<VolunteerView[]> {
    const ids = (await this.names.find('VOLUNTEER', within, name, PEOPLE_BY_NAME)).map(({ id }) => id);
    const volunteers = await this.repository.byIds(within, ids);
    return ids.flatMap((id) => volunteers.get(id) ?? []);
  }

  async #inStanding(within: Rows, volunteers: VolunteerView[], standing: Standing, on: LocalDate) {
    const eligibility = await this.eligibility.on(within.agencyId, volunteers, on);
    return volunteers.filter((volunteer) => {
      const judged = eligibility.get(volunteer.id);
      return judged !== undefined && standingOf(judged) === standing;
    });
  }
}
