// A list as a file: the same filter, the same rows and fields as on the page, each batch in the audit before it leaves.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { CHILD_GRADES } from '@tongxing/shared/permissions';
import { keptQuery, LARGEST_EXPORT, type ListName } from '@tongxing/shared/rules';
import { writeSheet } from '../../imports/index.js';
import { StepUp, type StepUpNeededError } from '../../people/index.js';
import { mayRead, type PersonActor } from '../../platform/access/index.js';
import { packIds, SensitiveReads } from '../../platform/audit-trail/index.js';
import { inParts } from '../../platform/database/index.js';
import type { ListColumn, ListSource, Locale, Reading } from './list-source.js';
import { ListSources } from './list-sources.js';

export interface ExportWish {
  readonly list: ListName;
  readonly filters: URLSearchParams;
  /** Keys of columns, as the address names them; all where there is none. */
  readonly columns: ReadonlySet<string>;
  readonly locale: Locale;
}
export interface ExportedFile {
  readonly name: string;
  readonly bytes: AsyncGenerator<Uint8Array>;
}
export interface TooManyRows {
  readonly code: 'TOO_MANY_ROWS';
  readonly limit: number;
}

/** As many rows as one row of the audit tells of. */
const BATCH = 200;
const TITLES: Readonly<Record<ListName, Readonly<Record<Locale, string>>>> = {
  CHILDREN: { zh: '儿童', en: 'Children' },
  VOLUNTEERS: { zh: '志愿者', en: 'Volunteers' },
  HOUSEHOLDS: { zh: '家庭', en: 'Households' },
  STAFF: { zh: '同事', en: 'Colleagues' },
  COMPANIONSHIPS: { zh: '成长陪伴', en: 'Companionships' },
};

@Injectable()
export class ListExport {
  constructor(
    private readonly sources: ListSources,
    private readonly reads: SensitiveReads,
    private readonly stepUp: StepUp,
  ) {}

  /** What a child's file says goes further in a workbook than on a page: whoever has a second factor shows it first. */
  async mayTake(actor: PersonActor, source: ListSource, wish: ExportWish): Promise<Result<true, StepUpNeededError>> {
    const columns = columnsFor(actor, source, wish.columns);
    const ofChildren = columns.some(({ declared }) => CHILD_GRADES.includes(declared.grade));
    return ofChildren ? this.stepUp.requireFresh(actor) : ok(true);
  }

  async file(
    actor: PersonActor,
    source: ListSource,
    wish: ExportWish,
  ): Promise<Result<ExportedFile, StepUpNeededError | TooManyRows>> {
    const free = await this.mayTake(actor, source, wish);
    if (!free.ok) return free;
    const ids = await source.ids(actor, wish.filters, LARGEST_EXPORT + 1);
    if (ids.length > LARGEST_EXPORT) return err({ code: 'TOO_MANY_ROWS', limit: LARGEST_EXPORT });
    const columns = columnsFor(actor, source, wish.columns);
    const facts = {
      list: wish.list,
      rows: ids.length,
      columns: [...new Set(columns.map(({ key }) => key))].join(' '),
      // Filters only: a name that somebody looked for stays out of the audit.
      filters: keptQuery(wish.list, wish.filters.toString()),
      searched: (wish.filters.get('q') ?? '') !== '',
    };
    await this.reads.record(actor, [
      { action: 'list.exported', subjectType: 'Agency', subjectId: actor.agencyId, facts },
    ]);
    const reading = { actor, filters: wish.filters, locale: wish.locale };
    const title = TITLES[wish.list][wish.locale];
    const head = columns.map((column) => column.head[wish.locale]);
    const bytes = writeSheet(title, head, this.#batches(source, ids, columns, reading));
    return ok({ name: `${title}.xlsx`, bytes });
  }

  find(list: ListName): ListSource | undefined {
    return this.sources.find(list);
  }

  /** Who has seen whom is told of files as of pages: each batch is remembered before its rows leave. */
  async *#batches(source: ListSource, ids: readonly string[], columns: readonly ListColumn[], reading: Reading) {
    const { subjectType } = source;
    const thing = `${subjectType.slice(0, 1).toLowerCase()}${subjectType.slice(1)}`;
    const fields = columns.map(({ head }) => head.en).join(', ');
    for (const some of inParts(ids, BATCH)) {
      const rows = await source.rows(some, columns, reading);
      const facts = { fields, count: some.length, ids: packIds(some), file: true };
      await this.reads.record(reading.actor, [{ action: `${thing}.listed`, subjectType, facts }]);
      yield rows;
    }
  }
}

/** The chosen columns, but none above what one of the actor's roles may read; the first names the row. */
function columnsFor(
  { roles }: PersonActor,
  { columns }: ListSource,
  chosen: ReadonlySet<string>,
): readonly ListColumn[] {
  const [first] = columns;
  const wanted = (key: string) => chosen.size === 0 || key === first?.key || chosen.has(key);
  return columns.filter(({ key, declared }) => wanted(key) && roles.some((role) => mayRead(role, declared)));
}
