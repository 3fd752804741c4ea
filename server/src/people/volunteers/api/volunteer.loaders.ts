// One batch a request for whatever hangs on many volunteers.
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { withoutHit, type Eligibility } from '@tongxing/shared/rules';
import { mayDo } from '../../../platform/access/index.js';
import { perRequest, type GraphqlContext } from '../../../platform/graphql/index.js';
import { Agencies } from '../../agencies/agencies.js';
import { Areas, type Area } from '../../agencies/areas.js';
import { PeopleNames } from '../../people-names.js';
import { VolunteerEligibility } from '../volunteer-eligibility.js';
import type { VolunteerView } from '../volunteers.repository.js';
import { toEligibility, type EligibilityType } from './eligibility.types.js';

@Injectable()
export class VolunteerLoaders {
  constructor(
    private readonly judge: VolunteerEligibility,
    private readonly agencies: Agencies,
    private readonly areas: Areas,
    private readonly names: PeopleNames,
  ) {}

  /** Eligibility on a day (today where none is given), as this viewer may read it: a hit shows to directors only (H8). */
  async eligibility(
    context: GraphqlContext,
    volunteer: VolunteerView,
    on?: LocalDate | null,
  ): Promise<EligibilityType> {
    const agencyId = agencyOf(context);
    const day = on ?? (await perRequest(context, 'today', () => this.agencies.today(agencyId)));
    const loader = perRequest(context, `eligibility ${day}`, () => this.#eligibilityLoader(agencyId, day));
    const judged = await loader.load(volunteer);
    return toEligibility(mayDo(context.actor, 'screening.readHit') ? judged : withoutHit(judged));
  }

  async areaName(context: GraphqlContext, code: string | undefined): Promise<string | null> {
    if (code === undefined) return null;
    const areas: ReadonlyMap<string, Area> = await perRequest(context, 'areas', () =>
      this.areas.byCode(agencyOf(context)),
    );
    return areas.get(code)?.name ?? null;
  }

  personName(context: GraphqlContext, personId: string | undefined | null): Promise<string | null> {
    if (!personId) return Promise.resolve(null);
    const loader = perRequest(context, 'person names', () => this.#nameLoader(agencyOf(context)));
    return loader.load(personId);
  }

  #eligibilityLoader(agencyId: AgencyId, day: LocalDate): DataLoader<VolunteerView, Eligibility> {
    return new DataLoader(async (volunteers) => {
      const judged = await this.judge.on(agencyId, volunteers, day);
      return volunteers.map((volunteer) => judged.get(volunteer.id) ?? new Error('BUG: a volunteer was not judged'));
    });
  }

  #nameLoader(agencyId: AgencyId): DataLoader<string, string | null> {
    return new DataLoader(async (ids) => {
      const names = await this.names.of(agencyId, ids);
      return ids.map((id) => names.get(id) ?? null);
    });
  }
}

function agencyOf(context: GraphqlContext): AgencyId {
  if (!context.actor) throw new Error('BUG: a field of the agency was reached without an actor');
  return context.actor.agencyId;
}
