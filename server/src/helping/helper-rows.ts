// The rows of journeys: what was written down, nothing derived.
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { HelperStep } from '@tongxing/shared/states';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import {
  HelperAnswer,
  HelperJourney,
  HelperMilestone,
  HelperWord,
  type AnswerGiver,
  type AnswerMethod,
  type HelperOrigin,
  type MilestoneKind,
} from './helper.entities.js';

export interface NewJourney {
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  readonly childId: string;
  readonly origin: HelperOrigin;
  readonly supervisorId: PersonId;
  readonly begunBy: PersonId;
  readonly begunOn: LocalDate;
}
export interface NewAnswer {
  readonly giver: AnswerGiver;
  readonly answer: 'YES' | 'NO';
  readonly method: AnswerMethod;
  readonly giverName: string;
  readonly signature?: string | undefined;
  readonly textVersion: number;
  readonly textHash: string;
  readonly language: string;
  readonly saidOn: LocalDate;
  readonly recordedBy: string | null;
}
/** Everything that stands on some journeys. */
export interface RowsOfJourneys {
  readonly answers: readonly HelperAnswer[];
  readonly milestones: readonly HelperMilestone[];
  readonly words: readonly { readonly journeyId: string; readonly step: HelperStep; readonly words: string }[];
}
/** Where the texts are sealed. */
export const HELPER_PLACES = {
  giver: 'helper_answer.giver',
  signature: 'helper_answer.signature',
  words: 'helper_word.words',
};

@Injectable()
export class HelperRows {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Those of these children, the newest first. */
  ofChildren(agencyId: AgencyId, childIds: readonly string[], take: number): Promise<HelperJourney[]> {
    if (childIds.length === 0) return Promise.resolve([]);
    const where = { agencyId, childId: In([...childIds]) };
    return this.database.repository(HelperJourney).find({ where, order: { createdAt: 'DESC', id: 'DESC' }, take });
  }

  /** The children of all journeys: far fewer than the agency's children. */
  async childIds(agencyId: AgencyId): Promise<string[]> {
    const sql = 'SELECT DISTINCT childId AS id FROM helper_journey WHERE agencyId = ?';
    return (await this.database.read<{ id: string }>(sql, [agencyId])).map(({ id }) => id);
  }

  find(agencyId: AgencyId, id: string): Promise<HelperJourney | null> {
    return this.database.repository(HelperJourney).findOneBy({ agencyId, id });
  }

  openOf(agencyId: AgencyId, personId: string): Promise<HelperJourney | null> {
    return this.database.repository(HelperJourney).findOneBy({ agencyId, openPersonId: personId });
  }

  /** The newest of somebody, ended or not. */
  newestOf(agencyId: AgencyId, personId: string): Promise<HelperJourney | null> {
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return this.database.repository(HelperJourney).findOne({ where: { agencyId, personId }, order });
  }

  /** The open one of a child who helps; inside or outside a unit of work. */
  openOfChild(agencyId: AgencyId, childId: string): Promise<HelperJourney | null> {
    const where = { agencyId, childId, origin: 'CHILD' as const, leftOn: IsNull() };
    return this.database.repository(HelperJourney).findOneBy(where);
  }

  /** Locked until the unit of work ends; null where it has ended. */
  lockOpen(agencyId: AgencyId, id: string): Promise<HelperJourney | null> {
    const query = this.database
      .repository(HelperJourney)
      .createQueryBuilder('j')
      .where('j.agencyId = :agencyId AND j.id = :id AND j.leftOn IS NULL', { agencyId, id });
    return this.database.forUpdate(query).getOne();
  }

  async add(journey: NewJourney): Promise<HelperJourney> {
    const row: HelperJourney = {
      ...journey,
      id: this.ids.next<never>(),
      leftOn: null,
      leftBy: null,
      openPersonId: journey.personId,
      createdAt: this.clock.nowIso(),
    };
    await this.database.repository(HelperJourney).insert(row);
    return row;
  }

  async end({ agencyId, id }: HelperJourney, leftOn: LocalDate, leftBy: HelperJourney['leftBy']): Promise<void> {
    await this.database.repository(HelperJourney).update({ agencyId, id }, { leftOn, leftBy, openPersonId: null });
  }

  async answer({ id: journeyId, agencyId, personId }: HelperJourney, said: NewAnswer): Promise<string> {
    const id: string = this.ids.next<never>();
    await this.cipher.ensureKeys(agencyId, [personId]);
    const { giverName, signature, ...row } = said;
    await this.database.repository(HelperAnswer).insert({
      ...row,
      ...{ id, journeyId, agencyId, personId, recordedAt: this.clock.nowIso() },
      giverNameSealed: this.cipher.sealFor(personId, giverName, `${HELPER_PLACES.giver}.${id}`),
      signatureSealed: this.cipher.sealOptionalFor(personId, signature, `${HELPER_PLACES.signature}.${id}`),
    });
    return id;
  }

  /** False where there is one of this kind and day already. */
  async milestone(
    { id: journeyId, agencyId, personId }: HelperJourney,
    made: { readonly kind: MilestoneKind; readonly happenedOn: LocalDate; readonly besideId?: string | undefined },
    recordedBy: string,
  ): Promise<boolean> {
    const milestones = this.database.repository(HelperMilestone);
    const { kind, happenedOn, besideId = null } = made;
    // A step is reached once; services are of different days.
    const same = kind === 'ACCOMPANIED' ? { journeyId, kind, happenedOn } : { journeyId, kind };
    if (await milestones.existsBy(same)) return false;
    const row = { id: this.ids.next<never>(), journeyId, agencyId, personId, kind, happenedOn, besideId, recordedBy };
    await milestones.insert({ ...row, recordedAt: this.clock.nowIso() });
    return true;
  }

  /** Empty words take away what was said. */
  async say({ id: journeyId, agencyId, personId }: HelperJourney, step: HelperStep, words: string): Promise<void> {
    const rows = this.database.repository(HelperWord);
    await rows.delete({ journeyId, step });
    if (words === '') return;
    const id: string = this.ids.next<never>();
    await this.cipher.ensureKeys(agencyId, [personId]);
    const wordsSealed = this.cipher.sealFor(personId, words, `${HELPER_PLACES.words}.${id}`);
    await rows.insert({ id, journeyId, agencyId, personId, step, wordsSealed, saidAt: this.clock.nowIso() });
  }

  async of(agencyId: AgencyId, journeyIds: readonly string[]): Promise<RowsOfJourneys> {
    if (journeyIds.length === 0) return { answers: [], milestones: [], words: [] };
    const where = { agencyId, journeyId: In([...journeyIds]) };
    const order = { recordedAt: 'ASC', id: 'ASC' } as const;
    const answers = await this.database.repository(HelperAnswer).find({ where, order });
    const milestones = await this.database.repository(HelperMilestone).find({ where, order: { happenedOn: 'ASC' } });
    const words = await this.database.repository(HelperWord).findBy(where);
    await this.cipher.loadKeys(words.map(({ wordsSealed }) => wordsSealed));
    return {
      answers,
      milestones,
      words: words.flatMap(({ id, journeyId, step, wordsSealed }) =>
        this.cipher.isErased(wordsSealed)
          ? []
          : [
              {
                journeyId,
                step: step as HelperStep,
                words: this.cipher.open(wordsSealed, `${HELPER_PLACES.words}.${id}`),
              },
            ],
      ),
    };
  }
}
