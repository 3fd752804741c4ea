// What this module keeps of a person: answers and own words go with them; the days stay, since they are counted.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { HELPER_PLACES } from './helper-rows.js';
import { HelperAnswer, HelperJourney, HelperWord } from './helper.entities.js';

@Injectable()
export class HelpingPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    const own = { subject: 't.personId', scope: 't.agencyId' };
    this.data.add({
      module: 'helping',
      sealed: [
        {
          table: 'helper_answer',
          columns: { giverNameSealed: HELPER_PLACES.giver, signatureSealed: HELPER_PLACES.signature },
          ...own,
        },
        { table: 'helper_word', columns: { wordsSealed: HELPER_PLACES.words }, ...own },
      ],
      erase: async ({ agencyId, personId, at }) => {
        await this.database.repository(HelperAnswer).delete({ agencyId, personId });
        await this.database.repository(HelperWord).delete({ agencyId, personId });
        const open = { agencyId, openPersonId: personId };
        const gone = { leftOn: at.slice(0, 10), leftBy: 'WORKER' as const, openPersonId: null };
        await this.database.repository(HelperJourney).update(open, gone);
      },
    });
  }
}
