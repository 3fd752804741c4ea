import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, LoginId, PersonId } from '@tongxing/shared/kernel';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import type { Stopped } from './stop-effects.js';
import type { StopReason } from './stop-reasons.js';
import { WorkStop } from './work-stop.entity.js';

export interface NewStop extends Stopped {
  readonly reason: StopReason;
  readonly words: string | undefined;
  readonly stoppedOn: LocalDate;
  readonly stoppedBy: string;
}
export interface StopView extends Stopped {
  readonly id: string;
  readonly reason: StopReason;
  readonly words: string | undefined;
  readonly stoppedAt: string;
  readonly stoppedBy: string;
}

const place = (column: 'words' | 'liftWords', id: string) => `work_stop.${column}.${id}`;

@Injectable()
export class WorkStopsRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Inside a unit of work. */
  async add({ words, ...stop }: NewStop): Promise<string> {
    const id: string = this.ids.next<never>();
    await this.cipher.ensureKeys(stop.agencyId, [stop.personId]);
    await this.database.repository(WorkStop).insert({
      ...stop,
      id,
      openPersonId: stop.personId,
      wordsSealed: this.cipher.sealOptionalFor(stop.personId, words, place('words', id)),
      stoppedAt: this.clock.nowIso(),
      liftedAt: null,
      liftedBy: null,
      liftWordsSealed: null,
    });
    return id;
  }

  /** Inside a unit of work. */
  async lift({ id, agencyId, personId }: StopView, by: PersonId, words: string): Promise<void> {
    await this.cipher.ensureKeys(agencyId, [personId]);
    const liftWordsSealed = this.cipher.sealFor(personId, words, place('liftWords', id));
    const lifted = { openPersonId: null, liftedAt: this.clock.nowIso(), liftedBy: by, liftWordsSealed };
    await this.database.repository(WorkStop).update({ id, openPersonId: personId }, lifted);
  }

  /** The stop that stands for one person of an agency. */
  async standing({ agencyId, personId }: Stopped): Promise<StopView | undefined> {
    const row = await this.database.repository(WorkStop).findOneBy({ agencyId, openPersonId: personId });
    return row ? this.#open(row) : undefined;
  }

  /** The same by its own id, with the row locked; inside a unit of work. */
  async lock(agencyId: AgencyId, id: string): Promise<StopView | undefined> {
    const query = this.database
      .repository(WorkStop)
      .createQueryBuilder('s')
      .where('s.agencyId = :agencyId AND s.id = :id AND s.openPersonId IS NOT NULL', { agencyId, id });
    const row = await this.database.forUpdate(query).getOne();
    return row ? this.#open(row) : undefined;
  }

  /** Since which day each stopped person of an agency does no work; a stop in another agency counts by the login alone. */
  async sinceByPerson(agencyId: AgencyId): Promise<ReadonlyMap<string, LocalDate>> {
    // CROSS holds SQLite to this order: from the few stops to their people, never through everybody of the agency.
    const rows = await this.database.read<{ personId: string; since: LocalDate }>(
      `SELECT p.id AS personId, MIN(s.stoppedOn) AS since
       FROM work_stop s CROSS JOIN person q ON q.id = s.openPersonId
       CROSS JOIN person p ON p.id = q.id OR p.loginId = q.loginId
       WHERE s.openPersonId IS NOT NULL AND p.agencyId = ? GROUP BY p.id`,
      [agencyId],
    );
    return new Map(rows.map(({ personId, since }) => [personId, since]));
  }

  /** The agency that stopped whoever stands behind a login; undefined where nobody did. */
  async stoppedBy(loginId: LoginId): Promise<AgencyId | undefined> {
    const [row] = await this.database.read<{ agencyId: AgencyId }>(
      `SELECT s.agencyId AS agencyId FROM work_stop s JOIN person q ON q.id = s.openPersonId
       WHERE q.loginId = ? ORDER BY s.stoppedAt LIMIT 1`,
      [loginId],
    );
    return row?.agencyId;
  }

  /** The same human's people in other agencies. */
  othersOf(loginId: LoginId, except: PersonId): Promise<Stopped[]> {
    return this.database.read<Stopped>('SELECT agencyId, id AS personId FROM person WHERE loginId = ? AND id <> ?', [
      loginId,
      except,
    ]);
  }

  async #open(row: WorkStop): Promise<StopView> {
    await this.cipher.loadKeys([row.wordsSealed]);
    const sealed = row.wordsSealed === null || this.cipher.isErased(row.wordsSealed) ? null : row.wordsSealed;
    return {
      id: row.id,
      agencyId: row.agencyId as AgencyId,
      personId: row.personId as PersonId,
      reason: row.reason,
      words: this.cipher.openOptional(sealed, place('words', row.id)),
      stoppedAt: row.stoppedAt,
      stoppedBy: row.stoppedBy,
    };
  }
}
