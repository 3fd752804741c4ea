// What this module keeps of a person: the fingerprint of whom a directory means by them. The secret is the agency's.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { CompanyIdentity } from './sso.entities.js';

const COLUMNS = { clientSecretSealed: 'company_sign_in.clientSecret' };

@Injectable()
export class SsoPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'sso',
      sealed: [{ table: 'company_sign_in', columns: COLUMNS, subject: 't.agencyId', scope: 't.agencyId' }],
      erase: async ({ agencyId, personId }) => {
        await this.database.repository(CompanyIdentity).delete({ agencyId, personId });
      },
    });
  }
}
