// Steps are added and read; what was written stays as it was written (H9).
import { Injectable } from '@nestjs/common';
import type { AgencyId, ConcernId, PersonId } from '@tongxing/shared/kernel';
import type { Authority, ConcernCategory, ConcernStepKind } from '@tongxing/shared/rules';
import { OPEN_CONCERN_STATES } from '@tongxing/shared/states';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import { Concern } from '../concern.entity.js';
import { ConcernsRepository, type ConcernView } from '../concerns.repository.js';
import { ConcernStep } from './concern-step.entity.js';

export interface StepFacts {
  readonly words?: string | undefined;
  readonly category?: ConcernCategory | undefined;
  readonly assigneeId?: PersonId | undefined;
  readonly dueAt?: string | undefined;
  readonly taskId?: string | undefined;
  readonly authority?: Authority | undefined;
  readonly happenedAt?: string | undefined;
  readonly reference?: string | undefined;
}
export interface NewStep extends StepFacts {
  readonly kind: ConcernStepKind;
  readonly by: PersonId;
  readonly requestId: string;
}
export interface StepView extends NewStep {
  readonly id: string;
  readonly concernId: ConcernId;
  readonly at: string;
}

@Injectable()
export class ConcernStepsRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly concerns: ConcernsRepository,
  ) {}

  /** Inside the unit of work that locked the concern. */
  async add(concern: ConcernView, step: NewStep): Promise<string> {
    const id: string = this.ids.next<never>();
    const { agencyId, id: concernId } = concern;
    const subject = await this.concerns.subjectOf(concern);
    const { kind, by, requestId, words, category, assigneeId, dueAt, taskId, authority, happenedAt, reference } = step;
    await this.database.repository(ConcernStep).insert({
      ...{ id, agencyId, concernId, kind, requestId, byId: by, at: this.clock.nowIso() },
      happenedAt: happenedAt ?? null,
      textSealed: this.cipher.sealOptionalFor(subject, words, textPlace(id)),
      category: category ?? null,
      authority: authority ?? null,
      referenceSealed: this.cipher.sealOptionalFor(subject, reference, referencePlace(id)),
      assigneeId: assigneeId ?? null,
      dueAt: dueAt ?? null,
      taskId: taskId ?? null,
    });
    return id;
  }

  /** All of a concern, the first one first. */
  async of({ agencyId, id: concernId }: Pick<ConcernView, 'agencyId' | 'id'>): Promise<StepView[]> {
    const order = { at: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.repository(ConcernStep).find({ where: { agencyId, concernId }, order });
    await this.cipher.loadKeys(rows.flatMap(({ textSealed, referenceSealed }) => [textSealed, referenceSealed]));
    return rows.map((row) => this.#open(row));
  }

  async byRequest(agencyId: AgencyId, requestId: string): Promise<ConcernStep | undefined> {
    return (await this.database.repository(ConcernStep).findOneBy({ agencyId, requestId })) ?? undefined;
  }

  /**
   * How often the child has told of harm, as far as it is still somebody's to act on: in this concern and in every other
   * open one about the same child, the words of the card included (H17).
   */
  async accountsOf({ agencyId, id, childId }: ConcernView): Promise<number> {
    const about = this.database
      .repository(Concern)
      .createQueryBuilder('c')
      .where(
        'c.agencyId = :agencyId AND (c.id = :id OR ((c.childId = :childId OR c.id IN (' +
          'SELECT concernId FROM concern_link WHERE childId = :childId AND endedAt IS NULL)) AND c.state IN (:...open)))',
        {
          ...{ agencyId, id, open: OPEN_CONCERN_STATES },
          childId: childId ?? '',
        },
      );
    const concerns = await about.getMany();
    const byCard = concerns.filter(({ raisedByKind }) => raisedByKind === 'CHILD').length;
    const written = await this.database
      .repository(ConcernStep)
      .createQueryBuilder('step')
      .where("step.kind = 'ACCOUNT' AND step.concernId IN (:...ids)", { ids: concerns.map((one) => one.id) })
      .getCount();
    return byCard + written;
  }

  #open(row: ConcernStep): StepView {
    const { id, kind, byId, at, requestId } = row;
    return {
      ...{ id, kind, at, requestId },
      concernId: row.concernId as ConcernId,
      by: byId as PersonId,
      words: this.cipher.openOptional(row.textSealed, textPlace(id)),
      category: row.category ?? undefined,
      assigneeId: (row.assigneeId ?? undefined) as PersonId | undefined,
      dueAt: row.dueAt ?? undefined,
      taskId: row.taskId ?? undefined,
      authority: row.authority ?? undefined,
      happenedAt: row.happenedAt ?? undefined,
      reference: this.cipher.openOptional(row.referenceSealed, referencePlace(id)),
    };
  }
}

const textPlace = (id: string) => `concern_step.text.${id}`;
const referencePlace = (id: string) => `concern_step.reference.${id}`;
