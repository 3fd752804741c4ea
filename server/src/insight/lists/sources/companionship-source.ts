import { Injectable } from '@nestjs/common';
import { COMPANIONSHIP_MACHINE, type CompanionshipState } from '@tongxing/shared/states';
import { ChildrenRepository, type ChildView } from '../../../children/index.js';
import { CompanionshipsRepository, type CompanionshipView } from '../../../matching/index.js';
import { Agencies, PeopleNames, VolunteersRepository, type VolunteerView } from '../../../people/index.js';
import { allRows, rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { toRows, type Cells, type ListColumn, type ListSource, type Pair, type Reading } from '../list-source.js';

const STATES: Readonly<Record<CompanionshipState, Pair>> = {
  ACCEPTED: { zh: '等志愿者回答', en: 'Waiting for the volunteer' },
  VOLUNTEER_AGREED: { zh: '等家庭同意', en: 'Waiting for the family' },
  FAMILY_CONSENTED: { zh: '准备开始', en: 'About to begin' },
  ACTIVE: { zh: '正在陪伴', en: 'Walking together' },
  PAUSED: { zh: '暂停中', en: 'Paused' },
  ENDED: { zh: '已经结束', en: 'Ended' },
  VOLUNTEER_DECLINED: { zh: '志愿者没有接受', en: 'Declined by the volunteer' },
};
const pair = { resource: 'companionship', grade: 'G1' } as const;

interface Row {
  readonly pair: CompanionshipView;
  readonly child: ChildView | undefined;
  readonly volunteer: VolunteerView | undefined;
  readonly worker: string;
}

/** The list of pairs as a file. */
@Injectable()
export class CompanionshipSource implements ListSource {
  readonly list = 'COMPANIONSHIPS';
  readonly permission = 'companionship.read';
  readonly subjectType = 'Companionship';
  readonly columns: readonly ListColumn[] = [
    { key: 'child', head: { zh: '儿童', en: 'Child' }, declared: { resource: 'child', grade: 'G4' } },
    { key: 'child', head: { zh: '化名', en: 'Pseudonym' }, declared: { resource: 'child', grade: 'G3' } },
    { key: 'volunteer', head: { zh: '志愿者', en: 'Volunteer' }, declared: { resource: 'volunteer', grade: 'G2' } },
    { key: 'state', head: { zh: '进展', en: 'State' }, declared: pair },
    { key: 'worker', head: { zh: '负责的同事', en: 'Worker' }, declared: { resource: 'companionship', grade: 'G2' } },
    { key: 'since', head: { zh: '开始的日子', en: 'Began' }, declared: pair },
    { key: 'ended', head: { zh: '结束的日子', en: 'Ended' }, declared: pair },
  ];
  readonly #cells: Cells<Row> = {
    Child: ({ child }) => child?.person.name ?? '',
    Pseudonym: ({ child }) => child?.pseudonym ?? '',
    Volunteer: ({ volunteer }) => volunteer?.person.name ?? '',
    State: (row, { locale }) => STATES[row.pair.state][locale],
    Worker: ({ worker }) => worker,
    Began: (row) => row.pair.startsOn ?? '',
    Ended: (row) => row.pair.endedOn ?? '',
  };

  constructor(
    private readonly pairs: CompanionshipsRepository,
    private readonly children: ChildrenRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly names: PeopleNames,
    private readonly agencies: Agencies,
  ) {}

  async ids(actor: PersonActor, filters: URLSearchParams, limit: number): Promise<string[]> {
    const asked = filters.get('state') ?? '';
    const state = Object.hasOwn(COMPANIONSHIP_MACHINE, asked) ? (asked as CompanionshipState) : undefined;
    const contactDueBefore = filters.get('due') === 'CONTACT' ? await this.agencies.today(actor.agencyId) : undefined;
    const filter = {
      state,
      contactDueBefore,
      toTell: filters.get('due') === 'TELL',
      uncovered: filters.get('due') === 'COVER',
    };
    return this.pairs.ids(rowsFor(actor, this.permission), filter, limit);
  }

  async rows(ids: readonly string[], columns: readonly ListColumn[], reading: Reading): Promise<string[][]> {
    const { actor } = reading;
    const { agencyId } = actor;
    const found = await this.pairs.byIds(rowsFor(actor, this.permission), ids);
    const children = await this.children.byIds(
      rowsFor(actor, 'child.read'),
      found.map(({ childId }) => childId),
    );
    // A companion may come from another office: with the pair one reads who it is.
    const volunteers = await this.volunteers.byIds(
      allRows(agencyId),
      found.map(({ volunteerId }) => volunteerId),
    );
    const workers = await this.names.of(
      agencyId,
      found.map(({ workerId }) => workerId),
    );
    const rows = found.map((one) => ({
      pair: one,
      child: children.get(one.childId),
      volunteer: volunteers.get(one.volunteerId),
      worker: workers.get(one.workerId) ?? '',
    }));
    return toRows(rows, this.#cells, columns, reading);
  }
}
