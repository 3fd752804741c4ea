import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../../../children/index.js';
import { rowsFor, type PersonActor, type Rows } from '../../../platform/access/index.js';
import { AuditTrail } from '../../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../../platform/clock/index.js';
import { Cipher } from '../../../platform/crypto/index.js';
import { Database, rowWhereOfChild, UnitOfWork } from '../../../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../../../platform/graphql/index.js';
import { CompanionshipsRepository, type CompanionshipView } from '../companionships.repository.js';
import { textProblem } from '../input-problems.js';
import { Telling } from './telling.entity.js';

export interface TellingView {
  readonly id: string;
  readonly companionshipId: string;
  readonly askedAt: string;
  readonly answeredAt: string | undefined;
  readonly words: string | undefined;
}
export type TellingError = NotFoundError | InvalidInputError;

/** What each child is told once their companion may not come any more: asked at the stop, answered by a worker. */
@Injectable()
export class Tellings {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cipher: Cipher,
    private readonly children: ChildrenRepository,
    private readonly repository: CompanionshipsRepository,
  ) {}

  /** Inside a unit of work; a question that waits already is not asked twice. */
  async ask({ agencyId, id, childId }: CompanionshipView): Promise<void> {
    const tellings = this.database.repository(Telling);
    if (await tellings.existsBy({ openCompanionshipId: id })) return;
    await tellings.insert({
      id: this.ids.next<never>(),
      ...{ agencyId, childId, companionshipId: id, openCompanionshipId: id },
      askedAt: this.clock.nowIso(),
      ...{ answeredAt: null, answeredBy: null, wordsSealed: null },
    });
  }

  /** Writes down what the child was told, and by whom. Answered once; a second answer finds nothing that waits. */
  async answer(actor: PersonActor, pairId: string, words: string): Promise<Result<CompanionshipView, TellingError>> {
    const fields = textProblem('words', words);
    return this.work.run(actor, async () => {
      const found = await this.repository.lock(rowsFor(actor, 'companionship.prepare'), pairId);
      const waiting =
        found.ok && (await this.database.repository(Telling).findOneBy({ openCompanionshipId: found.value.id }));
      if (!found.ok || !waiting) return err({ code: 'NOT_FOUND' as const });
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const { agencyId, childId } = found.value;
      const subject = await this.children.personOf(agencyId, childId);
      await this.cipher.ensureKeys(agencyId, [subject]);
      await this.database.repository(Telling).update(
        { id: waiting.id },
        {
          openCompanionshipId: null,
          answeredAt: this.clock.nowIso(),
          answeredBy: actor.personId,
          wordsSealed: this.cipher.sealFor(subject, words.trim(), place(waiting.id)),
        },
      );
      this.trail.record({ action: 'child.told', subjectType: 'Companionship', subjectId: pairId });
      return ok(found.value);
    });
  }

  /** How many children wait to be told. */
  countOpen(within: Rows): Promise<number> {
    return this.database.repository(Telling).countBy({ ...rowWhereOfChild(within), answeredAt: IsNull() });
  }

  /** The newest of each of these pairs. */
  async latest(agencyId: AgencyId, pairIds: readonly string[]): Promise<ReadonlyMap<string, TellingView>> {
    if (pairIds.length === 0) return new Map();
    const rows = await this.database.repository(Telling).find({
      where: { agencyId, companionshipId: In([...pairIds]) },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
    await this.cipher.loadKeys(rows.map(({ wordsSealed }) => wordsSealed));
    return new Map(rows.map((row) => [row.companionshipId, this.#open(row)]));
  }

  #open({ id, companionshipId, askedAt, answeredAt, wordsSealed }: Telling): TellingView {
    const sealed = wordsSealed === null || this.cipher.isErased(wordsSealed) ? null : wordsSealed;
    const words = this.cipher.openOptional(sealed, place(id));
    return { id, companionshipId, askedAt, answeredAt: answeredAt ?? undefined, words };
  }
}

const place = (id: string) => `telling.words.${id}`;
