// Somebody who has just come from their company's own sign-in to join its day, before they have an account here. What the
// directory said travels sealed with their browser for half an hour; nothing is written until they ask to come.
import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher, UnsealError } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { CompanySignIns } from './company-sign-ins.js';
import { CompanyIdentity } from './sso.entities.js';

/** How long whoever came from the company's sign-in may take over the form. */
export const GUEST_SECONDS = 1800;
const PLACE = 'company_sign_in.guest';

export interface CompanyGuest {
  readonly agencyId: string;
  readonly signInId: string;
  /** The company whose directory it is. */
  readonly teamId: string;
  readonly subjectIndex: string;
  /** As the directory tells it; may be empty. */
  readonly name: string;
}
interface Kept extends CompanyGuest {
  readonly until: number;
}

@Injectable()
export class CompanyGuests {
  constructor(
    private readonly signIns: CompanySignIns,
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Where the people of a company begin, for the page of one of its days; undefined where it has no sign-in of its own. */
  async wayIn(
    agencyId: string,
    teamId: string,
  ): Promise<{ readonly company: string; readonly code: string } | undefined> {
    const row = await this.signIns.ofTeam(agencyId, teamId);
    return row ? { company: row.name, code: row.code } : undefined;
  }

  seal(guest: CompanyGuest): string {
    const until = this.clock.now().getTime() + GUEST_SECONDS * 1000;
    return this.cipher.seal(JSON.stringify({ ...guest, until } satisfies Kept), PLACE);
  }

  /** Undefined for nobody, for what is too old or not ours, and once the company's sign-in has ended. */
  async open(sealed: string | undefined): Promise<CompanyGuest | undefined> {
    const kept = sealed === undefined ? undefined : this.#read(sealed);
    if (!kept || kept.until < this.clock.now().getTime()) return undefined;
    const now = await this.signIns.ofTeam(kept.agencyId, kept.teamId);
    return now?.id === kept.signInId ? kept : undefined;
  }

  /** Whom the directory means, where that is known already; inside a unit of work. */
  async personOf({ signInId, subjectIndex }: CompanyGuest): Promise<PersonId | undefined> {
    const query = this.#identities.createQueryBuilder('i').where({ signInId, subjectIndex });
    const tied = await this.database.forUpdate(query).getOne();
    return tied ? (tied.personId as PersonId) : undefined;
  }

  /** From now on the directory means this person; a second one at once violates a key. Inside a unit of work. */
  async tie({ agencyId, signInId, subjectIndex }: CompanyGuest, personId: PersonId): Promise<void> {
    const row = {
      id: this.ids.next<never>() as string,
      agencyId: agencyId as AgencyId,
      signInId,
      personId,
      subjectIndex,
    };
    await this.#identities.insert({ ...row, tiedAt: this.clock.nowIso(), usedAt: null });
    this.trail.record({ action: 'companySignIn.tied', subjectType: 'Person', subjectId: personId });
  }

  #read(sealed: string): Kept | undefined {
    try {
      return JSON.parse(this.cipher.open(sealed, PLACE)) as Kept;
    } catch (error) {
      if (error instanceof UnsealError) return undefined;
      throw error;
    }
  }

  get #identities() {
    return this.database.repository(CompanyIdentity);
  }
}
