// What this module keeps of a person: that a child was opened to somebody. It ends where either of the two is erased.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { PersonalData } from '../platform/keys/index.js';
import { ChildShares } from './child-shares.js';

@Injectable()
export class SharingPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly shares: ChildShares,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'sharing',
      erase: ({ agencyId, personId }) => this.shares.closeAllOf(agencyId as AgencyId, personId as PersonId),
    });
  }
}
