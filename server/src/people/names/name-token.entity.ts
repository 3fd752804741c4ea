import { Entity } from 'typeorm';
import { IdColumn, KeyIntColumn, KeyTextColumn } from '../../platform/database/index.js';

/**
 * That a person's name has a run of characters, syllables or initials, told by a keyed fingerprint (ADR 0020). The key
 * holds all of a row, in the order in which a search reads it: what was typed, the best places first, who.
 */
@Entity('name_token', { withoutRowid: true })
export class NameToken {
  // Without constraints: each would be checked some twenty times for every name that is written, and by one writer.
  @IdColumn() agencyId: string;
  @KeyTextColumn(12) token: string;
  /** `PLACES`: 0 the whole name, 1 its beginning, 2 within. */
  @KeyIntColumn() place: number;
  @IdColumn() personId: string;
}
