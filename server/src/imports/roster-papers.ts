// Trainings, agreements, record checks that a roster brings: claims, which count once a second person has looked.
import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { VolunteerAgreements } from '../agreements/index.js';
import { WorkStops } from '../people/index.js';
import { RecordChecks } from '../screening/index.js';
import { Trainings } from '../training/index.js';
import type { PeopleKind, StaffValues, ValuesByKind, VolunteerValues } from './domain/index.js';
import type { Destination } from './destination.js';
import { StaffWriter } from './staff-writer.js';

interface Bearer<Values = VolunteerValues> {
  readonly personId: PersonId;
  readonly values: Values;
}
type Paper = 'trainedOn' | 'agreementSignedOn' | 'recordCheckedOn' | 'credentialKind';

@Injectable()
export class RosterPapers {
  constructor(
    private readonly trainings: Trainings,
    private readonly agreements: VolunteerAgreements,
    private readonly recordChecks: RecordChecks,
    private readonly staff: StaffWriter,
    private readonly stops: WorkStops,
  ) {}

  /** Inside a unit of work. A record that was found stops the person's work at once (H8). */
  async add(to: Destination, people: readonly Bearer[]): Promise<void> {
    await this.#add(to, people, () => true);
  }

  /** Fields of the papers that each person does not have from that day. */
  async missing(
    agencyId: AgencyId,
    kind: PeopleKind,
    people: readonly Bearer<ValuesByKind[PeopleKind]>[],
  ): Promise<ReadonlyMap<PersonId, readonly Paper[]>> {
    if (kind === 'STAFF') {
      const lacking = await this.staff.lackingCredential(agencyId, people as readonly Bearer<StaffValues>[]);
      return new Map([...lacking].map((personId) => [personId, ['credentialKind'] as const]));
    }
    if (kind !== 'VOLUNTEERS') return new Map();
    const ids = people.map(({ personId }) => personId);
    const trainings = await this.trainings.byPerson(agencyId, ids);
    const agreements = await this.agreements.byPerson(agencyId, ids);
    const checks = await this.recordChecks.byPerson(agencyId, ids);
    return new Map(
      (people as readonly Bearer[]).map(({ personId, values: { trainedOn, agreement, recordCheck } }) => {
        const lacks = (facts: typeof trainings | typeof agreements | typeof checks, on: string | undefined) =>
          on !== undefined && !(facts.get(personId) ?? []).some((fact) => fact.happenedOn === on);
        const fields: Paper[] = [];
        if (lacks(trainings, trainedOn)) fields.push('trainedOn');
        if (lacks(agreements, agreement?.signedOn)) fields.push('agreementSignedOn');
        if (lacks(checks, recordCheck?.checkedOn)) fields.push('recordCheckedOn');
        return [personId, fields] as const;
      }),
    );
  }

  /** Those papers that are missing, for people whom the agency had; inside a unit of work. */
  async addMissing(
    to: Destination,
    kind: PeopleKind,
    people: readonly Bearer<ValuesByKind[PeopleKind]>[],
  ): Promise<void> {
    const missing = await this.missing(to.agencyId, kind, people);
    const bearers = people.filter(({ personId }) => (missing.get(personId) ?? []).length > 0) as readonly Bearer[];
    if (kind === 'STAFF') return this.staff.addCredentials(to, bearers as readonly unknown[] as Bearer<StaffValues>[]);
    await this.#add(to, bearers, (personId, paper) => (missing.get(personId) ?? []).includes(paper));
  }

  /** The second person's word for all papers of a batch; inside a unit of work. Returns how many now count. */
  async confirm({ agencyId, batchId }: Destination, confirmedBy: PersonId): Promise<number> {
    let confirmed = 0;
    for (const facts of [this.trainings, this.agreements, this.recordChecks]) {
      confirmed += await facts.confirmBatch(agencyId, batchId, confirmedBy);
    }
    return confirmed;
  }

  async #add(
    { agencyId, batchId }: Destination,
    people: readonly Bearer[],
    wants: (personId: PersonId, paper: Paper) => boolean,
  ): Promise<void> {
    const claim = (personId: PersonId, happenedOn: string, validUntil?: string) => ({
      ...{ agencyId, personId, happenedOn, validUntil: validUntil ?? null, batchId, confirmedBy: null },
    });
    await this.trainings.addAll(
      people.flatMap(({ values: { trainedOn }, personId }) =>
        trainedOn && wants(personId, 'trainedOn')
          ? [{ ...claim(personId, trainedOn), kind: 'PRE_SERVICE' as const }]
          : [],
      ),
    );
    await this.agreements.addAll(
      people.flatMap(({ values: { agreement }, personId }) =>
        agreement && wants(personId, 'agreementSignedOn') ? [claim(personId, agreement.signedOn, agreement.until)] : [],
      ),
    );
    const checked = people.flatMap(({ values: { recordCheck }, personId }) =>
      recordCheck && wants(personId, 'recordCheckedOn') ? [{ personId, ...recordCheck }] : [],
    );
    await this.recordChecks.addAll(
      checked.map(({ personId, checkedOn, result }) => ({ ...claim(personId, checkedOn), result })),
    );
    const hit = checked.filter(({ result }) => result === 'HIT').map(({ personId }) => personId);
    await this.stops.stopForHits(agencyId, hit);
  }
}
