import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { standingOf, type Eligibility } from '@tongxing/shared/rules';
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
  async page(agencyId: AgencyId, query: VolunteerQuery): Promise<{ volunteers: VolunteerView[]; total: number }> {
    if (!query.standing && !query.name) return this.repository.page(agencyId, query.offset, query.limit);
    const named = (await this.repository.all(agencyId)).filter(
      (one) => !query.name || one.person.name.includes(query.name),
    );
    const found = query.standing
      ? await this.#inStanding(agencyId, named, query.standing, await query.serviceDate())
      : named;
    return { volunteers: found.slice(query.offset, query.offset + query.limit), total: found.length };
  }

  /** One volunteer of this agency; undefined for any other id. */
  async find(agencyId: AgencyId, id: string): Promise<VolunteerView | undefined> {
    return (await this.repository.byIds(agencyId, [id])).get(id);
  }

  /** All volunteers with their eligibility on a day: what the matching starts from. */
  async judged(agencyId: AgencyId, on: LocalDate): Promise<{ volunteer: VolunteerView; eligibility: Eligibility }[]> {
    const volunteers = await this.repository.all(agencyId);
    const eligibility = await this.eligibility.on(agencyId, volunteers, on);
    return volunteers.flatMap((volunteer) => {
      const judged = eligibility.get(volunteer.id);
      return judged ? [{ volunteer, eligibility: judged }] : [];
    });
  }

  async #inStanding(agencyId: AgencyId, volunteers: VolunteerView[], standing: Standing, on: LocalDate) {
    const eligibility = await this.eligibility.on(agencyId, volunteers, on);
    return volunteers.filter((volunteer) => {
      const judged = eligibility.get(volunteer.id);
      return judged !== undefined && standingOf(judged) === standing;
    });
  }
}
