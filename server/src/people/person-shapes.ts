// People as the rest of the server knows them: as they come in, opened, and with what they are to the agency.
import type { AgencyId, LocalDate, LoginId, OfficeId, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';

export interface NewPerson {
  readonly agencyId: AgencyId;
  readonly name: string;
  /** Canonical: `+8613800138000`. */
  readonly phone?: string | undefined;
  /** Canonical: as it is signed in with. */
  readonly email?: string | undefined;
  /** Canonical: 18 characters (`readIdNumber`). */
  readonly idNumber?: string | undefined;
  readonly gender?: 'FEMALE' | 'MALE' | undefined;
  readonly birthDate?: LocalDate | undefined;
  readonly loginId?: LoginId | undefined;
}
/** A person with name and phone opened; only for those who may see names. */
export interface OpenPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly phone?: string | undefined;
  readonly gender?: 'FEMALE' | 'MALE' | undefined;
  readonly birthDate?: LocalDate | undefined;
  /** Nothing is kept of the person any more; the name is `ERASED_NAME`. */
  readonly erased: boolean;
}

/** A role from a day to a day, in one office or in the whole agency. */
export interface DatedRole {
  readonly role: Role;
  readonly officeId: OfficeId | undefined;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
}
export interface Standing {
  readonly personId: PersonId;
  readonly agencyId: AgencyId;
  readonly timeZone: string;
  readonly roles: readonly DatedRole[];
}
