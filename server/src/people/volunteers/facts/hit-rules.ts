// What a hit (H8) asks of whoever takes a record back, and who knows of one at all: the same for volunteers and colleagues.
import { mayDo, type PersonActor } from '../../../platform/access/index.js';
import type { DatedFactRow } from '../../../platform/database/index.js';

const isHit = (row: object): boolean => 'result' in row && row.result === 'HIT';

/** What lets somebody in again after a hit needs a director, and another person than whoever wrote it (H8). */
export function hitRefusal(
  actor: PersonActor,
  row: DatedFactRow,
): 'DIRECTOR_NEEDED' | 'SECOND_PERSON_NEEDED' | undefined {
  if (!isHit(row)) return undefined;
  if (!mayDo(actor, 'screening.readHit')) return 'DIRECTOR_NEEDED';
  return row.recordedBy === actor.personId ? 'SECOND_PERSON_NEEDED' : undefined;
}

/** A hit is known to directors and to whoever wrote it down; to others it is as if it were not there. */
export function mayKnow(actor: PersonActor, row: DatedFactRow): boolean {
  return !isHit(row) || mayDo(actor, 'screening.readHit') || row.recordedBy === actor.personId;
}
