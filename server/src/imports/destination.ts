// Where the rows of a roster go, and what they came by.
import type { AgencyId, OfficeId, PersonId } from '@tongxing/shared/kernel';

export interface Destination {
  readonly agencyId: AgencyId;
  readonly officeId?: OfficeId | undefined;
  readonly batchId: string;
  /** Who takes the step. */
  readonly by: PersonId;
}
