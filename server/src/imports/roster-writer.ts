// Writes good rows into the agency's lists. What they claim of papers stays unconfirmed until a second person has looked.
import { Injectable } from '@nestjs/common';
import type { AgencyId, OfficeId, PersonId } from '@tongxing/shared/kernel';
import { VolunteerAgreements } from '../agreements/index.js';
import { ChildrenRepository } from '../children/index.js';
import { Agencies, PeopleRepository, VolunteersRepository, WorkStops } from '../people/index.js';
import { RecordChecks } from '../screening/index.js';
import { Trainings } from '../training/index.js';
import { AgencyRegister } from './agency-register.js';
import {
  identityOf,
  type ChildValues,
  type RosterKind,
  type ValuesByKind,
  type VolunteerValues,
} from './domain/index.js';

/** Where the rows go, and what they came by. */
export interface Destination {
  readonly agencyId: AgencyId;
  readonly officeId?: OfficeId | undefined;
  readonly batchId: string;
}

@Injectable()
export class RosterWriter {
  constructor(
    private readonly people: PeopleRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly children: ChildrenRepository,
    private readonly trainings: Trainings,
    private readonly agreements: VolunteerAgreements,
    private readonly recordChecks: RecordChecks,
    private readonly agencies: Agencies,
    private readonly register: AgencyRegister,
    private readonly stops: WorkStops,
  ) {}

  /** Inside a unit of work. */
  async write(to: Destination, kind: RosterKind, rows: readonly ValuesByKind[RosterKind][]): Promise<void> {
    if (rows.length === 0) return;
    if (kind === 'VOLUNTEERS') await this.#writeVolunteers(to, rows as readonly VolunteerValues[]);
    else await this.#writeChildren(to, rows as readonly ChildValues[]);
  }

  /** The second person's word for all facts of a batch; inside a unit of work. Returns how many now count. */
  async confirm({ agencyId, batchId }: Destination, confirmedBy: PersonId): Promise<number> {
    let confirmed = 0;
    for (const facts of [this.trainings, this.agreements, this.recordChecks]) {
      confirmed += await facts.confirmBatch(agencyId, batchId, confirmedBy);
    }
    return confirmed;
  }

  async #writeVolunteers(
    { agencyId, officeId, batchId }: Destination,
    rows: readonly VolunteerValues[],
  ): Promise<void> {
    const supervisors = await this.register.supervisors(agencyId);
    const personIds = await this.people.addAll(
      rows.map(({ name, phone, idNumber, gender, birthDate }) => ({
        ...{ agencyId, name, phone, idNumber, gender, birthDate },
      })),
    );
    await this.people.assignRoleToAll(agencyId, personIds, 'VOLUNTEER', await this.agencies.today(agencyId), officeId);
    const people = rows.map((row, index) => ({ row, personId: idAt(personIds, index) }));
    await this.volunteers.addAll(
      people.map(({ row, personId }) => ({
        agencyId,
        personId,
        officeId,
        languages: row.languages,
        skills: row.skills,
        freeTimes: row.freeTimes,
        areaCode: row.area,
        places: row.places,
        supervisorId: supervisors.get(row.supervisorName ?? ''),
        batchId,
      })),
    );
    await this.#writeFacts({ agencyId, batchId }, people);
  }

  async #writeFacts(
    { agencyId, batchId }: Destination,
    people: readonly { readonly row: VolunteerValues; readonly personId: PersonId }[],
  ): Promise<void> {
    const claim = (personId: PersonId, happenedOn: string, validUntil?: string) => ({
      agencyId,
      personId,
      happenedOn,
      validUntil: validUntil ?? null,
      batchId,
      confirmedBy: null,
    });
    await this.trainings.addAll(
      people.flatMap(({ row: { trainedOn }, personId }) =>
        trainedOn ? [{ ...claim(personId, trainedOn), kind: 'PRE_SERVICE' as const }] : [],
      ),
    );
    await this.agreements.addAll(
      people.flatMap(({ row: { agreement }, personId }) =>
        agreement ? [claim(personId, agreement.signedOn, agreement.until)] : [],
      ),
    );
    await this.recordChecks.addAll(
      people.flatMap(({ row: { recordCheck }, personId }) =>
        recordCheck ? [{ ...claim(personId, recordCheck.checkedOn), result: recordCheck.result }] : [],
      ),
    );
    const hit = people.filter(({ row }) => row.recordCheck?.result === 'HIT').map(({ personId }) => personId);
    await this.stops.stopForHits(agencyId, hit);
  }

  async #writeChildren({ agencyId, officeId, batchId }: Destination, rows: readonly ChildValues[]): Promise<void> {
    const personIds = await this.people.addAll(
      rows.map(({ name, idNumber, gender, birthDate }) => ({ agencyId, name, idNumber, gender, birthDate })),
    );
    await this.children.addAll(
      agencyId,
      rows.map((row, index) => ({
        agencyId,
        personId: idAt(personIds, index),
        officeId,
        identity: identityOf(row),
        school: row.school,
        guardian: row.guardian,
        areaCode: row.area,
        languages: row.languages,
        needs: row.needs,
        freeTimes: row.freeTimes,
        priority: row.priority,
        waitingSince: row.waitingSince,
        companionGender: row.companionGender,
        batchId,
      })),
    );
  }
}

function idAt(ids: readonly PersonId[], index: number): PersonId {
  const id = ids[index];
  if (id === undefined) throw new Error('BUG: a row has no person');
  return id;
}
