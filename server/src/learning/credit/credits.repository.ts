// Rows of credit, opened: where somebody learned and what was written back are sealed with their own key.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { creditUntil, type CreditRefusal, type CreditState } from '@tongxing/shared/rules';
import { Documents, type PaperView } from '../../documents/index.js';
import { AgencySettings } from '../../people/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import type { AgencyCourse } from '../catalogue/course.entity.js';
import { Courses } from '../catalogue/courses.js';
import { TrainingCredit } from './training-credit.entity.js';

export interface CreditView {
  readonly id: string;
  readonly personId: PersonId;
  readonly course: AgencyCourse;
  readonly learnedOn: LocalDate;
  /** The last day on which it counts, or would. */
  readonly until: LocalDate;
  readonly place: string;
  readonly state: CreditState;
  readonly refusedFor: CreditRefusal | undefined;
  readonly words: string | undefined;
  readonly askedAt: string;
  readonly papers: readonly PaperView[];
}
const MOST = 200;
export const PLACES = {
  place: (id: string) => `training_credit.place.${id}`,
  words: (id: string) => `training_credit.words.${id}`,
} as const;

@Injectable()
export class CreditsRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly courses: Courses,
    private readonly documents: Documents,
    private readonly settings: AgencySettings,
  ) {}

  /** Those that wait for a decision, the longest first; 200 at most. */
  async waiting(agencyId: AgencyId): Promise<CreditView[]> {
    const where = { agencyId, state: 'ASKED' as const };
    return this.#open(agencyId, await this.#rows().find({ where, order: { askedAt: 'ASC', id: 'ASC' }, take: MOST }));
  }

  /** The latest first. */
  async ofPerson(agencyId: AgencyId, personId: PersonId): Promise<CreditView[]> {
    const where = { agencyId, personId };
    return this.#open(agencyId, await this.#rows().find({ where, order: { askedAt: 'DESC', id: 'DESC' }, take: MOST }));
  }

  /** Inside a unit of work: one decides after the other. */
  async lock(agencyId: AgencyId, id: string): Promise<TrainingCredit | undefined> {
    const query = this.#rows().createQueryBuilder('c').where('c.agencyId = :agencyId AND c.id = :id', { agencyId, id });
    return (await this.database.forUpdate(query).getOne()) ?? undefined;
  }

  async #open(agencyId: AgencyId, rows: readonly TrainingCredit[]): Promise<CreditView[]> {
    if (rows.length === 0) return [];
    await this.cipher.loadKeys(rows.flatMap(({ placeSealed, wordsSealed }) => [placeSealed, wordsSealed]));
    const courses = await this.courses.byIds(
      agencyId,
      rows.map(({ courseId }) => courseId),
    );
    const papers = await this.documents.ofRecords(
      agencyId,
      rows.map(({ id }) => id),
    );
    const { trainingValidDays } = await this.settings.valuesOf(agencyId);
    return rows.flatMap((row): CreditView[] => {
      const course = courses.get(row.courseId);
      if (!course || this.cipher.isErased(row.placeSealed)) return [];
      const learnedOn = row.learnedOn as LocalDate;
      return [
        {
          ...{ id: row.id, personId: row.personId as PersonId, course, learnedOn, state: row.state },
          ...{ askedAt: row.askedAt, refusedFor: row.refusedFor ?? undefined },
          until: creditUntil(learnedOn, course.validMonths ?? undefined, trainingValidDays),
          place: this.cipher.open(row.placeSealed, PLACES.place(row.id)),
          words: row.wordsSealed === null ? undefined : this.cipher.open(row.wordsSealed, PLACES.words(row.id)),
          papers: papers.filter(({ recordId }) => recordId === row.id),
        },
      ];
    });
  }

  #rows() {
    return this.database.repository(TrainingCredit);
  }
}
