// Which module keeps what of a person. The platform knows no module, so each one says so while the application starts.
import type { AgencyId, LoginId, PersonId } from '@tongxing/shared/kernel';

/** Why somebody cannot be erased now; the page has words for each. */
export const ERASURE_HOLDS = ['COMPANIONSHIP_STANDS', 'SAFETY_STOP', 'CONCERN_STANDS', 'OWN_ACCOUNT'] as const;
export type ErasureHold = (typeof ERASURE_HOLDS)[number];

/** Sealed texts of one table, and with whose data key. */
export interface SealedColumns {
  readonly table: string;
  /** Column → the place it is sealed for, without the row's id: `nameSealed` → `person.name`. */
  readonly columns: Readonly<Record<string, string>>;
  /** SQL over the row `t`: id of the person, login or agency that the texts are about. */
  readonly subject: string;
  /** SQL over the row `t`: the agency whose key wraps the data key. */
  readonly scope: string;
}

export interface Erased {
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  /** When it was decided (ISO); a replay after a restore carries the first decision's instant. */
  readonly at: string;
  /** By what to know texts that name the person without their id; nothing any more where it is a replay. */
  readonly known?: ErasedPersonFacts | undefined;
}

export interface ErasedPersonFacts {
  readonly name: string;
  /** Canonical: `+8613800138000`. */
  readonly phone?: string | undefined;
}

/** One module's answer to "what do you keep of this person?". */
export interface PersonalDataPart {
  readonly module: string;
  readonly sealed?: readonly SealedColumns[];
  /** What stands against an erasure now. */
  readonly holds?: (agencyId: AgencyId, personId: PersonId) => Promise<readonly ErasureHold[]>;
  /** Inside a unit of work: blanks or deletes all of it, indexes too; may run again on rows that are blank already. */
  readonly erase?: (erased: Erased) => Promise<void>;
  /** The same for an account that has no person left. */
  readonly eraseLogin?: (loginId: LoginId) => Promise<void>;
}

export class PersonalData {
  readonly #parts: PersonalDataPart[] = [];

  add(part: PersonalDataPart): void {
    if (this.#parts.some(({ module }) => module === part.module)) {
      throw new Error(`BUG: two answers of ${part.module} about personal data`);
    }
    this.#parts.push(part);
  }

  get sealed(): readonly SealedColumns[] {
    return this.#parts.flatMap(({ sealed }) => sealed ?? []);
  }

  async holds(agencyId: AgencyId, personId: PersonId): Promise<ErasureHold[]> {
    const found = new Set<ErasureHold>();
    for (const { holds } of this.#parts) for (const hold of (await holds?.(agencyId, personId)) ?? []) found.add(hold);
    return [...found];
  }

  /** Inside a unit of work. */
  async erase(erased: Erased): Promise<void> {
    for (const { erase } of this.#parts) await erase?.(erased);
  }

  /** Inside a unit of work. */
  async eraseLogin(loginId: LoginId): Promise<void> {
    for (const { eraseLogin } of this.#parts) await eraseLogin?.(loginId);
  }
}
