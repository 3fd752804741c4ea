import { Injectable } from '@nestjs/common';
import { COUNTED_UP_TO, PEOPLE_BY_NAME, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import {
  readinessCounts,
  standingOf,
  withoutHit,
  type Eligibility,
  type ReadinessCounts,
  type SeenEligibility,
  type SeenFinding,
} from '@tongxing/shared/rules';
import { rowsKey, type Rows } from '../../platform/access/index.js';
import { CountedOnce, inParts } from '../../platform/database/index.js';
import { VolunteerEligibility, type Judged } from './volunteer-eligibility.js';
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
    private readonly once: CountedOnce,
  ) {}

  /** A page of the list; by name, the best matches first. Counted no further than `COUNTED_UP_TO` and one. */
  async page(within: Rows, query: VolunteerQuery): Promise<{ volunteers: VolunteerView[]; total: number }> {
    const { standing, name, offset, limit } = query;
    if (name) {
      const named = await this.#named(within, name);
      const found = isDerived(query) ? await this.#standingSo(within, named, query) : named;
      return { volunteers: found.slice(offset, offset + limit), total: found.length };
    }
    if (!isDerived(query)) {
      return { volunteers: await this.repository.page(within, offset, limit), total: await this.#countOfAll(within) };
    }
    if (!standing || query.reason) {
      const found = await this.#idsForReason(within, query);
      return { volunteers: await this.inOrder(within, found.slice(offset, offset + limit)), total: found.length };
    }
    const { ids, total } = await this.#idsOfStanding(within, { ...query, standing });
    // The function decides, whatever the database has found.
    return { volunteers: await this.#standingSo(within, await this.inOrder(within, ids), query), total };
  }

  /** Ids of all whom a query finds; at most so many. */
  async ids(within: Rows, query: Filter, limit: number): Promise<string[]> {
    if (query.name) {
      const { volunteers } = await this.page(within, { ...query, offset: 0, limit });
      return volunteers.map(({ id }) => id);
    }
    return isDerived(query) ? this.#judgedIds(within, query, limit) : this.lists.ids(within, limit);
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

  /** What the eligibility function asks for of the volunteers who these people are, nothing opened. */
  async toJudgeByPerson(agencyId: AgencyId, personIds: readonly string[]): Promise<Judged[]> {
    if (personIds.length === 0) return [];
    return this.lists.toJudge(agencyId, await this.lists.idsOfPersons(agencyId, personIds));
  }

  /** How many of these rows stand how on a day, and why. */
  counts(within: Rows, on: LocalDate, reads: Reads): Promise<ReadinessCounts> {
    const key = `ready ${rowsKey(within)} ${on} ${reads.hits}`;
    return this.once.of(within.agencyId, key, () => this.#counts(within, on, reads));
  }

  async #counts(within: Rows, on: LocalDate, reads: Reads): Promise<ReadinessCounts> {
    const found: SeenEligibility[] = [];
    for (const some of inParts(await this.lists.ids(within, EVERYBODY), AT_ONCE)) {
      const volunteers = await this.lists.toJudge(within.agencyId, some);
      const judged = await this.eligibility.on(within.agencyId, volunteers, on);
      for (const one of judged.values()) found.push(seen(one, reads));
    }
    return readinessCounts(found);
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

  #countOfAll(within: Rows): Promise<number> {
    const most = COUNTED_UP_TO + 1;
    return this.once.of(within.agencyId, `volunteers ${rowsKey(within)}`, () => this.lists.count(within, most));
  }

  /** A page, and how many there are: both from one reading of the list as far as it is counted. */
  async #idsOfStanding(
    within: Rows,
    { standing, serviceDate, offset, limit }: VolunteerQuery & { readonly standing: Standing },
  ): Promise<{ ids: string[]; total: number }> {
    const { agencyId } = within;
    const on = await serviceDate();
    const read = async (most: number, from: number) =>
      this.lists.ids(within, most, await this.eligibility.candidates(agencyId, standing, on), from);
    const most = COUNTED_UP_TO + 1;
    const key = `standing ${standing} ${rowsKey(within)} ${on}`;
    const known = await this.once.of(agencyId, key, () => read(most, 0), weight);
    const isBeyond = known.length === most && offset + limit > most;
    return { ids: isBeyond ? await read(limit, offset) : known.slice(offset, offset + limit), total: known.length };
  }

  async #idsForReason(within: Rows, query: Filter): Promise<string[]> {
    const { standing, reason, reads } = query;
    const why = `${reason?.requirement} ${reason?.outcome} ${standing ?? ''}`;
    const on = await query.serviceDate();
    const key = `reason ${why} ${rowsKey(within)} ${on} ${reads.hits}`;
    const ofThatDay = { ...query, serviceDate: () => on };
    return this.once.of(within.agencyId, key, () => this.#judgedIds(within, ofThatDay, EVERYBODY), weight);
  }

  /** Ids in the order of the list, each judged by the function; nobody is opened for it. */
  async #judgedIds(within: Rows, query: Filter, limit: number): Promise<string[]> {
    const { agencyId } = within;
    const on = await query.serviceDate();
    const which = query.standing ? await this.eligibility.candidates(agencyId, query.standing, on) : undefined;
    const found: string[] = [];
    for (const some of inParts(await this.lists.ids(within, EVERYBODY, which), AT_ONCE)) {
      const judged = await this.eligibility.on(agencyId, await this.lists.toJudge(agencyId, some), on);
      found.push(
        ...some.filter((id) => {
          const one = judged.get(id);
          return one !== undefined && fits(seen(one, query.reads), query);
        }),
      );
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
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

/** People judged with one set of statements. */
const AT_ONCE = 2_000;
const EVERYBODY = 2_147_483_647;
const weight = (ids: readonly string[]): number => Math.max(1, ids.length);

type Filter = Omit<VolunteerQuery, 'offset' | 'limit'>;

const isDerived = ({ standing, reason }: Filter): boolean => Boolean(standing) || Boolean(reason);

const seen = (judged: Eligibility, { hits }: Reads): SeenEligibility => (hits ? judged : withoutHit(judged));

function fits(judged: SeenEligibility, { standing, reason }: Filter): boolean {
  if (standing && standingOf(judged) !== standing) return false;
  if (!reason) return true;
  return judged.findings.some((one) => one.requirement === reason.requirement && one.outcome === reason.outcome);
}
