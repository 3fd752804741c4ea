// Gathers what rule H26 asks for and lets the pure gate decide; every path to Active comes through here.
import { Injectable } from '@nestjs/common';
import { err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { companionshipGate, type Blocker, type CompanionshipFacts, type Eligibility } from '@tongxing/shared/rules';
import { Consents, type ConsentView } from '../../disclosure/index.js';
import { VolunteerEligibility, VolunteersRepository } from '../../people/index.js';
import { FamilyAgreements } from '../../signing/index.js';
import { allRows } from '../../platform/access/index.js';
import type { ClearedToBegin } from './cleared-to-begin.js';
import type { CompanionshipView } from './companionships.repository.js';

@Injectable()
export class CompanionshipGate {
  constructor(
    private readonly consents: Consents,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly families: FamilyAgreements,
  ) {}

  /** Leave for one pair to begin on a day, or everything by name that still stands in its way. */
  async clear(pair: CompanionshipView, startsOn: LocalDate): Promise<Result<ClearedToBegin, readonly Blocker[]>> {
    const blockers = (await this.blockers([pair], startsOn)).get(pair.id) ?? [];
    return blockers.length > 0 ? err(blockers) : ok({ pair } as ClearedToBegin);
  }

  /** What stands between each of these pairs and Active on a day, by companionship id; empty where nothing does. */
  async blockers(
    pairs: readonly CompanionshipView[],
    startsOn: LocalDate,
  ): Promise<ReadonlyMap<string, readonly Blocker[]>> {
    const [first] = pairs;
    if (!first) return new Map();
    const { agencyId } = first;
    const volunteerIds = pairs.map((pair) => pair.volunteerId);
    const volunteers = [...(await this.volunteers.byIds(allRows(agencyId), volunteerIds)).values()];
    const judged = await this.eligibility.on(agencyId, volunteers, startsOn);
    const consents = await this.consents.latest(
      agencyId,
      pairs.map((pair) => pair.id),
    );
    const childIds = pairs.map((pair) => pair.childId);
    const agreements = await this.families.holdingOn(agencyId, childIds, startsOn);
    return new Map(
      pairs.map((pair) => {
        const eligibility = judged.get(pair.volunteerId);
        if (!eligibility) throw new Error('BUG: a companionship without its volunteer');
        const consent = consents.get(pair.id);
        // Of a family that ever signed here, that is the only source; of others, the day that was written down.
        const signedOn = agreements.has(pair.childId)
          ? agreements.get(pair.childId)
          : consent?.serviceAgreementSignedOn;
        return [pair.id, companionshipGate(toFacts(pair, consent, eligibility, { startsOn, signedOn }))];
      }),
    );
  }
}

function toFacts(
  pair: CompanionshipView,
  consent: ConsentView | undefined,
  eligibility: Eligibility,
  { startsOn, signedOn }: { readonly startsOn: LocalDate; readonly signedOn: LocalDate | undefined },
): CompanionshipFacts {
  const answered = consent?.childAnsweredOn;
  return {
    startsOn,
    eligibility,
    serviceAgreementSignedOn: signedOn,
    consent,
    childAnswer:
      consent && consent.childAnswer !== 'NOT_ASKED' && answered
        ? { answer: consent.childAnswer, on: answered }
        : undefined,
    familySaidStop: pair.familyStoppedAt !== undefined,
    plan: pair.plan,
    conductAcceptedOn: pair.conductAcceptedOn,
  };
}
