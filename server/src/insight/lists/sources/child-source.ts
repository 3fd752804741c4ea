import { Injectable } from '@nestjs/common';
import { LANGUAGES, NEEDS, wordsOf, type Code } from '@tongxing/shared/rules';
import { ChildCompanions, ChildLists, Children, type ChildView } from '../../../children/index.js';
import { Areas } from '../../../people/index.js';
import { rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { OfficeNames } from '../office-names.js';
import { listed, toRows, type Cells, type ListColumn, type ListSource, type Reading } from '../list-source.js';

const of = (grade: 'G3' | 'G4' | 'G5') => ({ resource: 'child', grade }) as const;
const HELD = { zh: '已有安排', en: 'Arranged' };
const WAITING = { zh: '在等陪伴者', en: 'Waiting for a companion' };

interface Row {
  readonly child: ChildView;
  readonly held: boolean;
  readonly area: string;
  readonly office: string;
}

/** The list of children as a file: what the page shows, and no more than its reader may read. */
@Injectable()
export class ChildSource implements ListSource {
  readonly list = 'CHILDREN';
  readonly permission = 'child.read';
  readonly subjectType = 'Child';
  readonly columns: readonly ListColumn[] = [
    { key: 'name', head: { zh: '姓名', en: 'Name' }, declared: of('G4') },
    { key: 'name', head: { zh: '化名', en: 'Pseudonym' }, declared: of('G3') },
    { key: 'company', head: { zh: '陪伴', en: 'Companionship' }, declared: of('G3') },
    { key: 'needs', head: { zh: '希望有人一起', en: 'Wishes' }, declared: of('G5') },
    { key: 'languages', head: { zh: '会说的话', en: 'Languages' }, declared: of('G3') },
    { key: 'since', head: { zh: '登记的日子', en: 'Known since' }, declared: of('G3') },
    { key: 'office', head: { zh: '服务点', en: 'Office' }, declared: of('G4') },
    { key: 'area', head: { zh: '住的地方', en: 'Area' }, declared: of('G4') },
    { key: 'birth', head: { zh: '生日', en: 'Birthday' }, declared: of('G4') },
  ];
  readonly #cells: Cells<Row> = {
    Name: ({ child }) => child.person.name,
    Pseudonym: ({ child }) => child.pseudonym,
    Companionship: ({ held }, { locale }) => (held ? HELD : WAITING)[locale],
    Wishes: ({ child }, reading) => words(NEEDS, child.needs, reading),
    Languages: ({ child }, reading) => words(LANGUAGES, child.languages, reading),
    'Known since': ({ child }) => child.waitingSince ?? '',
    Office: ({ office }) => office,
    Area: ({ area }) => area,
    Birthday: ({ child }) => child.person.birthDate ?? '',
  };

  constructor(
    private readonly children: Children,
    private readonly companions: ChildCompanions,
    private readonly areas: Areas,
    private readonly lists: ChildLists,
    private readonly officeNames: OfficeNames,
  ) {}

  ids(actor: PersonActor, filters: URLSearchParams, limit: number): Promise<string[]> {
    const asked = filters.get('waiting');
    const waiting = asked === 'true' ? true : asked === 'false' ? false : null;
    return this.children.ids(rowsFor(actor, this.permission), { waiting, name: filters.get('q') }, limit);
  }

  async rows(ids: readonly string[], columns: readonly ListColumn[], reading: Reading): Promise<string[][]> {
    const { actor } = reading;
    const children = await this.children.inOrder(rowsFor(actor, this.permission), ids);
    const held = await this.companions.workersOf(actor.agencyId, ids);
    const areas = await this.areas.byCode(actor.agencyId);
    const offices = await this.officeNames.of(actor.agencyId, this.lists.offices, ids);
    const rows = children.map((child) => ({
      child,
      held: held.has(child.id),
      office: offices.get(child.id) ?? '',
      area: areas.get(child.areaCode ?? '')?.name ?? '',
    }));
    return toRows(rows, this.#cells, columns, reading);
  }
}

/** Codes in the language of the file; one that is newer than the table is left out. */
export function words(table: readonly Code[], codes: readonly string[], { locale }: Reading): string {
  const known = codes.flatMap((code) => wordsOf(table, code)?.[locale] ?? []);
  return listed(known, locale);
}
