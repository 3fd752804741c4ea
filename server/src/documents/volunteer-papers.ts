// Papers on the pages of those who serve: the certificate of a training, the signed agreement, a colleague's certificate.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FactPapers, PeopleRepository, Volunteers } from '../people/index.js';
import { Documents } from './documents.js';
import { Purposes } from './purposes.js';
import type { Purpose } from './stored-file.entity.js';

export const VOLUNTEER_PAPERS = ['TRAINING_CERTIFICATE', 'VOLUNTEER_AGREEMENT'] as const satisfies readonly Purpose[];
export type VolunteerPaperPurpose = (typeof VOLUNTEER_PAPERS)[number];

const MOST = 20;

@Injectable()
export class VolunteerPapers implements OnModuleInit {
  constructor(
    private readonly purposes: Purposes,
    private readonly volunteers: Volunteers,
    private readonly people: PeopleRepository,
    private readonly facts: FactPapers,
    private readonly documents: Documents,
  ) {}

  onModuleInit(): void {
    for (const purpose of VOLUNTEER_PAPERS) {
      this.purposes.add({
        purpose,
        subjectType: 'Volunteer',
        read: 'volunteer.read',
        write: 'volunteer.keepPapers',
        most: MOST,
        ownerOf: async (rows, id) => {
          const person = (await this.volunteers.find(rows, id))?.person;
          return person?.erased ? undefined : person?.id;
        },
      });
    }
    this.purposes.add({
      purpose: 'STAFF_CREDENTIAL',
      subjectType: 'Person',
      read: 'staff.read',
      write: 'staff.keepCredentials',
      most: MOST,
      ownerOf: async ({ agencyId, offices }, id) => {
        if (offices !== 'ALL' || !(await this.people.doesWork(agencyId, id))) return undefined;
        return (await this.people.byIds(agencyId, [id])).get(id)?.id;
      },
    });
    this.facts.add(({ agencyId, subjectId, purpose, paperIds, recordId }) =>
      this.documents.tie({ agencyId, subjectId, purpose }, paperIds, recordId),
    );
  }
}
