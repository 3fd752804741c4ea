// What this module keeps of a person: what was said in talks about them. It goes with them; that there were talks stays.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ERASED } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { PersonalData, type Erased } from '../platform/keys/index.js';
import { SupervisionAction, SupervisionSeat, SupervisionSession } from './supervision.entities.js';

@Injectable()
export class SupervisionPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    const scope = 't.agencyId';
    const ofSeat = {
      noteSealed: 'supervision_seat.note',
      praiseSealed: 'supervision_seat.praise',
      wishSealed: 'supervision_seat.wish',
    };
    this.data.add({
      module: 'supervision',
      sealed: [
        {
          ...{ table: 'supervision_session', subject: 't.subjectId', scope },
          columns: { topicsSealed: 'supervision_session.topics' },
        },
        { table: 'supervision_seat', columns: ofSeat, subject: 't.personId', scope },
        {
          ...{ table: 'supervision_action', subject: 't.personId', scope },
          columns: { textSealed: 'supervision_action.text' },
        },
      ],
      erase: (erased) => this.#erase(erased),
    });
  }

  async #erase({ agencyId, personId }: Erased): Promise<void> {
    const nothing = { wellbeing: null, noteSealed: null, praiseSealed: null, wishSealed: null };
    await this.database.repository(SupervisionSeat).update({ agencyId, personId }, nothing);
    const ofTalk = { agencyId, subjectId: personId };
    await this.database.repository(SupervisionSession).update(ofTalk, { topicsSealed: null });
    await this.database.repository(SupervisionAction).update({ agencyId, personId }, { textSealed: ERASED });
  }
}
