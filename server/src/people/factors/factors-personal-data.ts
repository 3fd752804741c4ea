// What this part keeps of an account: secrets and names of factors, gone with the account.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LoginId } from '@tongxing/shared/kernel';
import { Database } from '../../platform/database/index.js';
import { PersonalData } from '../../platform/keys/index.js';
import { FACTOR_ENTITIES } from './factor.entities.js';

@Injectable()
export class FactorsPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'factors',
      sealed: [
        sealed('totp_factor', { secretSealed: 'totp_factor.secret' }),
        sealed('passkey', { nameSealed: 'passkey.name' }),
      ],
      eraseLogin: (loginId) => this.#erase(loginId),
    });
  }

  async #erase(loginId: LoginId): Promise<void> {
    for (const entity of FACTOR_ENTITIES) await this.database.repository(entity).delete({ loginId });
  }
}

const sealed = (table: string, columns: Readonly<Record<string, string>>) => ({
  table,
  columns,
  subject: 't.loginId',
  scope: "'platform'",
});
