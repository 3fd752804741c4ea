// Where the rows of a roster go, and what they came by.
import type { AgencyId, OfficeId } from '@tongxing/shared/kernel';

export interface Destination {
  readonly agencyId: AgencyId;
  readonly officeId?: OfficeId | undefined;
  readonly batchId: string;
}
