import { Injectable } from '@nestjs/common';
import { PEOPLE_BY_NAME, type LocalDate } from '@tongxing/shared/kernel';
import {
  readinessCounts,
  standingOf,
  withoutHit,
  type Eligibility,
  type ReadinessCounts,
  type SeenEligibility,
  type SeenFinding,
} from '@tongxing/shared/rules';
import type { Rows } from '../../platform/access/index.js';
import { VolunteerEligibility } from './volunteer-eligibility.js';
import { NameSearch } from '../names/name-search.js';
import { VolunteerLists } from './volunteer-lists.js';
import { VolunteersRepository, type VolunteerView } from './volunteers.repository.js';

export type Standing = ReturnType<typeof standingOf>;
/** Whether the reader is told of a hit; to others it is not to be found by a filter or a count either (H8). */
export interface Reads {
  readonly hits: boolean;
}
export interface VolunteerQuery {
  readonly standing?: Standing | null | undefined;
  readonly reason?: Pick<SeenFinding, 'requirement' | 'outcome'> | null | undefined;
  readonly reads: Reads;
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
    if (!isDerived(query) && !query.name) return this.repository.page(within, query.offset, query.limit);
    const named = query.name ? await this.#named(within, query.name) : await this.repository.all(within);
    const found = isDerived(query) ? await this.#standingSo(within, named, query) : named;
    return { volunteers: found.slice(query.offset, query.offset + query.limit), total: found.length };
  }

  /** Ids of all whom a query finds; at most so many. */
  async ids(within: Rows, query: Filter, limit: number): Promise<string[]> {
    if (!isDerived(query) && !query.name) return this.lists.ids(within, limit);
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

  /** How many of these rows stand how on a day, and why. */
  async counts(within: Rows, on: LocalDate, reads: Reads): Promise<ReadinessCounts> {
    const volunteers = await this.repository.all(within);
    const eligibility = await this.eligibility.on(within.agencyId, volunteers, on);
    return readinessCounts([...eligibility.values()].map((one) => seen(one, reads)));
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

  async #standingSo(within: Rows, volunteers: VolunteerView[], query: Filter): Promise<VolunteerView[]> {
    const eligibility = await this.eligibility.on(within.agencyId, volunteers, await query.serviceDate());
    return volunteers.filter((volunteer) => {
      const judged = eligibility.get(volunteer.id);
      return judged !== undefined && fits(seen(judged, query.reads), query);
    });
  }
}

type Filter = Omit<VolunteerQuery, 'offset' | 'limit'>;

const isDerived = ({ standing, reason }: Filter): boolean => Boolean(standing) || Boolean(reason);

const seen = (judged: Eligibility, { hits }: Reads): SeenEligibility => (hits ? judged : withoutHit(judged));

function fits(judged: SeenEligibility, { standing, reason }: Filter): boolean {
  if (standing && standingOf(judged) !== standing) return false;
  if (!reason) return true;
  return judged.findings.some((one) => one.requirement === reason.requirement && one.outcome === reason.outcome);
}
