import { Injectable } from '@nestjs/common';
import { FAMILY_DOMAINS, FAMILY_FORMS } from '@tongxing/shared/rules';
import { HouseholdList, HouseholdReader, type HouseholdView } from '../../../children/index.js';
import { Areas } from '../../../people/index.js';
import { rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { listed, toRows, type Cells, type ListColumn, type ListSource, type Reading } from '../list-source.js';
import { words } from './child-source.js';

const of = { resource: 'household', grade: 'G5' } as const;

interface Row {
  readonly view: HouseholdView;
  readonly area: string;
}
const isOpen = ({ until }: { readonly until?: string | undefined }) => until === undefined;

/** The list of families as a file: no address and no phone number, which open for a reason only. */
@Injectable()
export class HouseholdSource implements ListSource {
  readonly list = 'HOUSEHOLDS';
  readonly permission = 'household.read';
  readonly subjectType = 'Household';
  readonly columns: readonly ListColumn[] = [
    { key: 'number', head: { zh: '家庭编号', en: 'Number' }, declared: of },
    { key: 'children', head: { zh: '孩子', en: 'Children' }, declared: of },
    { key: 'carer', head: { zh: '平时照护孩子的人', en: 'Who looks after them' }, declared: of },
    { key: 'area', head: { zh: '住的地方', en: 'Area' }, declared: of },
    { key: 'needs', head: { zh: '希望有人一起想办法的事', en: 'Wishes' }, declared: of },
    { key: 'form', head: { zh: '家庭形式', en: 'Family form' }, declared: of },
    { key: 'size', head: { zh: '家里几口人', en: 'Persons' }, declared: of },
    { key: 'origin', head: { zh: '老家', en: 'From' }, declared: of },
  ];
  readonly #cells: Cells<Row> = {
    Number: ({ view }) => String(view.number).padStart(4, '0'),
    Children: ({ view }, { locale }) =>
      listed(
        view.members.filter((member) => isOpen(member) && member.childId).map(({ person }) => person.name),
        locale,
      ),
    'Who looks after them': ({ view }) =>
      view.members.find((member) => isOpen(member) && member.isCaregiver)?.person.name ?? '',
    Area: ({ area }) => area,
    Wishes: ({ view }, reading) => {
      const open = view.needs.filter(isOpen).sort((a, b) => b.priority - a.priority);
      return words(
        FAMILY_DOMAINS,
        open.map(({ domain }) => domain),
        reading,
      );
    },
    'Family form': ({ view }, reading) => words(FAMILY_FORMS, view.familyForm ? [view.familyForm] : [], reading),
    Persons: ({ view }) => (view.size === undefined ? '' : String(view.size)),
    From: ({ view }) => view.originProvince ?? '',
  };

  constructor(
    private readonly households: HouseholdList,
    private readonly reader: HouseholdReader,
    private readonly areas: Areas,
  ) {}

  ids(actor: PersonActor, filters: URLSearchParams, limit: number): Promise<string[]> {
    const familyForm = FAMILY_FORMS.find(({ code }) => code === filters.get('form'))?.code;
    return this.households.ids(rowsFor(actor, this.permission), { familyForm, search: filters.get('q') }, limit);
  }

  async rows(ids: readonly string[], columns: readonly ListColumn[], reading: Reading): Promise<string[][]> {
    const { actor } = reading;
    const found = await this.reader.byIds(rowsFor(actor, this.permission), ids);
    const areas = await this.areas.byCode(actor.agencyId);
    const rows = ids.flatMap((id): Row[] => {
      const view = found.get(id);
      const code = view?.addresses.find(isOpen)?.areaCode;
      return view ? [{ view, area: areas.get(code ?? '')?.name ?? '' }] : [];
    });
    return toRows(rows, this.#cells, columns, reading);
  }
}
