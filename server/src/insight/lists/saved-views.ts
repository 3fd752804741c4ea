// Views of lists under a name. A view holds no name of anybody: filters and columns only (`keptQuery`).
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type PersonId, type Result } from '@tongxing/shared/kernel';
import { keptQuery, LONGEST_VIEW_NAME, type ListName } from '@tongxing/shared/rules';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type {
  FieldProblem,
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
} from '../../platform/graphql/index.js';
import { SavedView } from './saved-view.entity.js';

export interface ViewWords {
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
}
export type ViewError = InvalidInputError | NotFoundError | StaleVersionError;
type Outcome<E> = Promise<Result<SavedView, E>>;

/** Of one list: more would be a list of their own to look through. */
const MOST_VIEWS = 40;

@Injectable()
export class SavedViews {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** A person's own views of a list, and those that colleagues share, by name. */
  async of({ agencyId, personId }: PersonActor, list: ListName): Promise<SavedView[]> {
    const found = await this.#rows().find({
      where: [
        { agencyId, list, personId },
        { agencyId, list, shared: true },
      ],
      order: { name: 'ASC', id: 'ASC' },
    });
    return found;
  }

  save(actor: PersonActor, list: ListName, words: ViewWords): Outcome<InvalidInputError> {
    const { agencyId, personId } = actor;
    return this.work.run(actor, async () => {
      const own = await this.#rows().findBy({ agencyId, personId, list });
      const fields = [...nameProblems(words.name, own), ...(own.length < MOST_VIEWS ? [] : [TOO_MANY])];
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const id: string = this.ids.next<never>();
      const createdAt = this.clock.nowIso();
      const view = { id, agencyId, personId, list, ...plain(list, words), createdAt, version: 1 };
      await this.#rows().insert(view);
      this.#record('view.saved', view);
      return ok(view);
    });
  }

  change(actor: PersonActor, id: string, version: number, words: ViewWords): Outcome<ViewError> {
    return this.work.run(actor, async () => {
      const found = await this.#own(actor, id, version);
      if (!found.ok) return found;
      const { list } = found.value;
      const { agencyId, personId } = actor;
      const others = (await this.#rows().findBy({ agencyId, personId, list })).filter((one) => one.id !== id);
      const fields = nameProblems(words.name, others);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const view = { ...found.value, ...plain(list, words), version: version + 1 };
      await this.#rows().update({ id, version }, view);
      this.#record('view.changed', view);
      return ok(view);
    });
  }

  remove(actor: PersonActor, id: string, version: number): Outcome<NotFoundError | StaleVersionError> {
    return this.work.run(actor, async () => {
      const found = await this.#own(actor, id, version);
      if (!found.ok) return found;
      await this.#rows().delete({ id });
      this.#record('view.removed', found.value);
      return found;
    });
  }

  /** All views of somebody who is erased; inside a unit of work. */
  async removeAllOf(agencyId: AgencyId, personId: PersonId): Promise<void> {
    await this.#rows().delete({ agencyId, personId });
  }

  /** A view of one's own; another's answers as a missing one, shared or not. */
  async #own({ agencyId, personId }: PersonActor, id: string, version: number) {
    const query = this.#rows().createQueryBuilder('v').where({ agencyId, personId, id });
    const view = await this.database.forUpdate(query).getOne();
    if (!view) return err({ code: 'NOT_FOUND' as const });
    if (view.version !== version) return err({ code: 'STALE_VERSION' as const, currentVersion: view.version });
    return ok(view);
  }

  #record(action: string, { id, list, shared }: SavedView): void {
    this.trail.record({ action, subjectType: 'SavedView', subjectId: id, facts: { list, shared } });
  }

  #rows() {
    return this.database.repository(SavedView);
  }
}

const TOO_MANY: FieldProblem = { field: 'list', code: 'TOO_MANY' };

const plain = (list: ListName, { name, query, shared }: ViewWords): ViewWords => ({
  name: name.trim(),
  query: keptQuery(list, query),
  shared,
});

function nameProblems(name: string, others: readonly SavedView[]): FieldProblem[] {
  const typed = name.trim();
  if (typed === '') return [{ field: 'name', code: 'REQUIRED' }];
  if ([...typed].length > LONGEST_VIEW_NAME) return [{ field: 'name', code: 'TOO_LONG' }];
  return others.some((one) => one.name === typed) ? [{ field: 'name', code: 'TAKEN' }] : [];
}
