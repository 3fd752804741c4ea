// Gathers what rule H26 asks for and lets the pure gate decide; every path to Active comes through here.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import {
  companionshipGate,
  type Blocker,
  type CompanionshipFacts,
  type CoverFacts,
  type Eligibility,
} from '@tongxing/shared/rules';
import { Consents, type ConsentView } from '../../disclosure/index.js';
import { VolunteerEligibility, VolunteersRepository, type VolunteerView } from '../../people/index.js';
import { FamilyAgreements } from '../../signing/index.js';
import { allRows } from '../../platform/access/index.js';
import type { ClearedToBegin } from './cleared-to-begin.js';
import { CompanionshipsRepository, type CompanionshipView } from './companionships.repository.js';

@Injectable()
export class CompanionshipGate {
  constructor(
    private readonly consents: Consents,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly families: FamilyAgreements,
    private readonly repository: CompanionshipsRepository,
  ) {}

  /**
   * Leave for one pair to begin on a day, or everything by name that still stands in its way. Of somebody who stands in,
   * `first` is the locked pair of whoever is away.
   */
  async clear(
    pair: CompanionshipView,
    startsOn: LocalDate,
    first?: CompanionshipView,
  ): Promise<Result<ClearedToBegin, readonly Blocker[]>> {
    const blockers = (await this.blockers([pair], startsOn, first && [first])).get(pair.id) ?? [];
    return blockers.length > 0 ? err(blockers) : ok({ pair } as ClearedToBegin);
  }

  /** What stands between each of these pairs and Active on a day, by companionship id; empty where nothing does. */
  async blockers(
    pairs: readonly CompanionshipView[],
    startsOn: LocalDate,
    firsts?: readonly CompanionshipView[],
  ): Promise<ReadonlyMap<string, readonly Blocker[]>> {
    const [some] = pairs;
    if (!some) return new Map();
    const { agencyId } = some;
    const volunteerIds = pairs.map((pair) => pair.volunteerId);
    const volunteers = [...(await this.volunteers.byIds(allRows(agencyId), volunteerIds)).values()];
    const judged = await this.eligibility.on(agencyId, volunteers, startsOn);
    const consents = await this.consents.latest(
      agencyId,
      pairs.map((pair) => pair.id),
    );
    const childIds = pairs.map((pair) => pair.childId);
    const covers = await this.#covers(agencyId, pairs, volunteers, firsts);
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
        const facts = toFacts(pair, consent, eligibility, { startsOn, signedOn });
        return [pair.id, companionshipGate({ ...facts, cover: covers.get(pair.id) })];
      }),
    );
  }

  /** What is asked besides of each of these pairs that stands in for another, by its id. */
  async #covers(
    agencyId: AgencyId,
    pairs: readonly CompanionshipView[],
    volunteers: readonly VolunteerView[],
    known?: readonly CompanionshipView[],
  ): Promise<ReadonlyMap<string, CoverFacts>> {
    const covers = pairs.flatMap((pair) => (pair.cover ? [{ pair, cover: pair.cover }] : []));
    const ofIds = covers.map(({ cover }) => cover.of);
    const firsts = known ?? (await this.repository.byIds(allRows(agencyId), ofIds));
    const facts = new Map<string, CoverFacts>();
    for (const { pair, cover } of covers) {
      const { of, from, until } = cover;
      const own = volunteers.filter(({ id }) => id === pair.volunteerId);
      const eligibilityAtEnd = (await this.eligibility.on(agencyId, own, until)).get(pair.volunteerId);
      if (!eligibilityAtEnd) throw new Error('BUG: nobody stands in');
      const firstRests = firsts.some(({ id, state }) => id === of && state === 'PAUSED');
      facts.set(pair.id, { from, until, firstRests, eligibilityAtEnd });
    }
    return facts;
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
