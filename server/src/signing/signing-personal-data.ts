// What this module keeps of a person: the words of their agreements and the hands below them go with them; that there was
// one, and when, stays, since it is counted.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ERASED } from '../platform/crypto/index.js';
import { In } from 'typeorm';
import { Database } from '../platform/database/index.js';
import { PersonalData, type Erased } from '../platform/keys/index.js';
import { Agreement, AgreementLink, AgreementSignature } from './agreement.entities.js';

@Injectable()
export class SigningPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    const scope = 't.agencyId';
    this.data.add({
      module: 'signing',
      sealed: [
        {
          ...{ table: 'agreement', subject: 't.personId', scope },
          columns: {
            valuesSealed: 'agreement.values',
            textSealed: 'agreement.text',
            endNoteSealed: 'agreement.endNote',
          },
        },
        {
          ...{ table: 'agreement_signature', subject: 't.subjectId', scope },
          columns: {
            nameSealed: 'agreement_signature.name',
            relationSealed: 'agreement_signature.relation',
            signatureSealed: 'agreement_signature.signature',
            witnessSealed: 'agreement_signature.witness',
          },
        },
      ],
      erase: (erased) => this.#erase(erased),
    });
  }

  async #erase({ agencyId, personId }: Erased): Promise<void> {
    const own = await this.database.repository(Agreement).find({ select: { id: true }, where: { agencyId, personId } });
    await this.database.repository(AgreementLink).delete({ agreementId: In(own.map(({ id }) => id)) });
    const texts = { valuesSealed: ERASED, textSealed: null, endNoteSealed: null };
    await this.database.repository(Agreement).update({ agencyId, personId }, texts);
    const hands = { nameSealed: ERASED, relationSealed: null, signatureSealed: null, witnessSealed: null };
    await this.database.repository(AgreementSignature).update({ agencyId, subjectId: personId }, hands);
  }
}
