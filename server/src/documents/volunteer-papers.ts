// Papers on a volunteer's card: the certificate of a training, the signed agreement.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Volunteers } from '../people/index.js';
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
  }
}
