// When what lets each volunteer serve comes to its end, as the one eligibility function says it.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import {
  dayBeforeAge,
  eligibilitySettings,
  type Eligibility,
  type EligibilityFinding,
  type ReminderKind,
  type Requirement,
} from '@tongxing/shared/rules';
import {
  AgencySettings,
  PeopleRepository,
  VolunteerEligibility,
  VolunteerLists,
  type Judged,
} from '../people/index.js';
import { allRows, type Rows } from '../platform/access/index.js';
import { inParts } from '../platform/database/index.js';
import { RemindedFacts, type RemindedFact } from './reminded-facts.js';
import { WaitingAgreements, type WaitingAgreement } from './waiting-agreements.js';

/** A fact that ends, with whose record it is. */
export interface VolunteerEnd extends RemindedFact {
  readonly volunteerId: string;
}

const OWN_PAGE = '/volunteer';
const OWN_AGREEMENT = '/volunteer/agreement';
const EVERYBODY = 2_147_483_647;
const AT_ONCE = 2_000;
const KIND_OF: Readonly<Partial<Record<Requirement, ReminderKind>>> = {
  TRAINING: 'TRAINING',
  VOLUNTEER_AGREEMENT: 'VOLUNTEER_AGREEMENT',
  RECORD_CHECK: 'RECORD_CHECK',
};

@Injectable()
export class EligibilityEnds implements OnModuleInit {
  constructor(
    private readonly facts: RemindedFacts,
    private readonly lists: VolunteerLists,
    private readonly eligibility: VolunteerEligibility,
    private readonly people: PeopleRepository,
    private readonly waiting: WaitingAgreements,
    private readonly settings: AgencySettings,
  ) {}

  onModuleInit(): void {
    this.facts.add((agencyId, { today }) => this.of(allRows(agencyId), today));
  }

  /** Of everybody among these rows who volunteers today and whose work has not stopped. */
  async of(within: Rows, today: LocalDate): Promise<VolunteerEnd[]> {
    const { agencyId } = within;
    const serving = await this.#serving(agencyId, today);
    const waiting = await this.waiting.of(agencyId);
    const { adultAge } = eligibilitySettings(await this.settings.valuesOf(agencyId));
    const ends: VolunteerEnd[] = [];
    for (const some of inParts(await this.lists.ids(within, EVERYBODY), AT_ONCE)) {
      const volunteers = (await this.lists.toJudge(agencyId, some)).filter(({ person }) => serving.has(person.id));
      const judged = await this.eligibility.on(agencyId, volunteers, today);
      for (const { id, person } of volunteers) {
        const one = judged.get(id);
        if (!one) continue;
        const own = endsOf(one, id, person, adultAge);
        ends.push(...own.map((end) => withNext(end, waiting.get(person.id))));
      }
    }
    return ends;
  }

  /** Whoever has left is not written to about papers that they no longer need. */
  async #serving(agencyId: AgencyId, today: LocalDate): Promise<ReadonlySet<string>> {
    const volunteers = await this.people.holdersOf(agencyId, 'VOLUNTEER', today);
    return new Set([...volunteers, ...(await this.people.holdersOf(agencyId, 'EMPLOYEE', today))]);
  }
}

/** Nothing of somebody whose work has stopped: what a record check says of them is not told by a reminder either (H8). */
function endsOf(
  { findings }: Eligibility,
  volunteerId: string,
  { id, birthDate }: Judged['person'],
  adultAge: number,
): VolunteerEnd[] {
  if (findings.some(({ outcome }) => outcome === 'STOPPED')) return [];
  return findings.flatMap((finding) => {
    const kind = kindOf(finding);
    // The day on which the adult's check ends is the adult's; the own one is that before the birthday.
    const lastDay = kind === 'COMING_OF_AGE' && birthDate ? dayBeforeAge(birthDate, adultAge) : finding.until;
    return kind && lastDay ? [{ kind, volunteerId, personId: id as PersonId, lastDay, path: OWN_PAGE }] : [];
  });
}

/** Whoever has the next agreement before them is reminded to sign that one, not to arrange for it. */
function withNext(end: VolunteerEnd, next: WaitingAgreement | undefined): VolunteerEnd {
  if (end.kind !== 'VOLUNTEER_AGREEMENT' || !next) return end;
  return { ...end, kind: next.kind, toldOn: next.since, path: OWN_AGREEMENT };
}

function kindOf({ requirement, remedy }: EligibilityFinding): ReminderKind | undefined {
  return remedy === 'SERVE_BESIDE_CLEARED_ADULT' ? 'COMING_OF_AGE' : KIND_OF[requirement];
}
