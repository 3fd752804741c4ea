import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@tongxing/shared/kernel';
import { standingOf, type Eligibility } from '@tongxing/shared/rules';
import type { Rows } from '../../platform/access/index.js';
import { VolunteerEligibility } from './volunteer-eligibility.js';
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
  ) {}

  /** A page of the list. Names are encrypted and readiness is derived, so those filters work on opened rows. */
  async page(within: Rows, query: VolunteerQuery): Promise<{ volunteers: VolunteerView[]; total: number }> {
    if (!query.standing && !query.name) return this.repository.page(within, query.offset, query.limit);
    const named = (await this.repository.all(within)).filter(
      (one) => !query.name || one.person.name.includes(query.name),
    );
    const found = query.standing
      ? await this.#inStanding(within, named, query.standing, await query.serviceDate())
      : named;
    return { volunteers: found.slice(query.offset, query.offset + query.limit), total: found.length };
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

  async #inStanding(within: Rows, volunteers: VolunteerView[], standing: Standing, on: LocalDate) {
    const eligibility = await this.eligibility.on(within.agencyId, volunteers, on);
    return volunteers.filter((volunteer) => {
      const judged = eligibility.get(volunteer.id);
      return judged !== undefined && standingOf(judged) === standing;
    });
  }
}
