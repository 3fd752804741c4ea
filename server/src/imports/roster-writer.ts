// Writes good rows into the agency's lists. What they claim of papers stays unconfirmed until a second person has looked.
import { Injectable } from '@nestjs/common';
import type { PersonId } from '@tongxing/shared/kernel';
import { Agencies, PeopleRepository, VolunteersRepository } from '../people/index.js';
import { AgencyRegister } from './agency-register.js';
import type { ChildValues, RosterKind, StaffValues, ValuesByKind, VolunteerValues } from './domain/index.js';
import { PlansWriter } from './plans-writer.js';
import { ChildrenWriter } from './children-writer.js';
import type { Destination } from './destination.js';
import { RosterPapers } from './roster-papers.js';
import { idAt } from './row-person.js';
import { StaffWriter } from './staff-writer.js';

/** Takes one slice of rows after another; each call inside the same unit of work. */
export type Writing = (rows: readonly LinedValues[]) => Promise<void>;
export interface LinedValues {
  readonly line: number;
  readonly values: ValuesByKind[RosterKind];
}

@Injectable()
export class RosterWriter {
  constructor(
    private readonly people: PeopleRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly children: ChildrenWriter,
    private readonly staff: StaffWriter,
    private readonly plans: PlansWriter,
    private readonly papers: RosterPapers,
    private readonly agencies: Agencies,
    private readonly register: AgencyRegister,
  ) {}

  /** What rows of one file share, such as a family, is kept from slice to slice. */
  async begin(to: Destination, kind: RosterKind): Promise<Writing> {
    const writing = await this.#begin(to, kind);
    return async (rows) => (rows.length > 0 ? writing(rows) : undefined);
  }

  /** The second person's word for all facts of a batch; inside a unit of work. Returns how many now count. */
  async confirm(to: Destination, confirmedBy: PersonId): Promise<number> {
    return (await this.papers.confirm(to, confirmedBy)) + (await this.staff.confirm(to, confirmedBy));
  }

  async #begin(to: Destination, kind: RosterKind): Promise<Writing> {
    switch (kind) {
      case 'VOLUNTEERS':
        return (rows) => this.#writeVolunteers(to, valuesOf<VolunteerValues>(rows));
      case 'CHILDREN': {
        const families = this.children.begin(to);
        return (rows) => families(valuesOf<ChildValues>(rows));
      }
      case 'STAFF': {
        const offices = await this.register.offices(to.agencyId);
        return (rows) => this.staff.write(to, valuesOf<StaffValues>(rows), offices);
      }
      case 'ACTIVITIES': {
        const names = await this.register.planNames(to.agencyId);
        return (rows) => this.plans.writeActivities(to, rows, names);
      }
      case 'TEAMS':
        return (rows) => this.plans.writeTeams(to, rows);
    }
  }

  async #writeVolunteers(to: Destination, rows: readonly VolunteerValues[]): Promise<void> {
    const { agencyId, officeId, batchId } = to;
    const supervisors = await this.register.supervisors(agencyId);
    const personIds = await this.people.addAll(
      rows.map(({ name, phone, idNumber, gender, birthDate }) => ({
        ...{ agencyId, name, phone, idNumber, gender, birthDate },
      })),
    );
    await this.people.assignRoleToAll(agencyId, personIds, 'VOLUNTEER', await this.agencies.today(agencyId), officeId);
    const people = rows.map((values, index) => ({ values, personId: idAt(personIds, index) }));
    await this.volunteers.addAll(
      people.map(({ values, personId }) => ({
        ...{ agencyId, personId, officeId, batchId },
        languages: values.languages,
        skills: values.skills,
        freeTimes: values.freeTimes,
        areaCode: values.area,
        places: values.places,
        supervisorId: supervisors.get(values.supervisorName ?? ''),
      })),
    );
    await this.papers.add(to, people);
  }
}

const valuesOf = <V>(rows: readonly LinedValues[]): V[] => rows.map(({ values }) => values as V);
