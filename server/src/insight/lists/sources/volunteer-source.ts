import { Injectable } from '@nestjs/common';
import { parseLocalDate, type LocalDate } from '@tongxing/shared/kernel';
import {
  LANGUAGES,
  parseReason,
  SKILLS,
  standingOf,
  withoutHit,
  type EligibilityFinding,
  type SeenEligibility,
  type SeenFinding,
  type Standing,
} from '@tongxing/shared/rules';
import {
  Agencies,
  Areas,
  Invitations,
  PeopleNames,
  VolunteerEligibility,
  VolunteerLists,
  Volunteers,
  type AccountStanding,
  type VolunteerView,
} from '../../../people/index.js';
import { mayDo, rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { OfficeNames } from '../office-names.js';
import {
  listed,
  toRows,
  type Cells,
  type ListColumn,
  type ListSource,
  type Pair,
  type Reading,
} from '../list-source.js';
import { words } from './child-source.js';

const STANDINGS: Readonly<Record<Standing, Pair>> = {
  READY: { zh: '可以服务', en: 'Ready' },
  RENEWAL_DUE: { zh: '可以服务，快到期', en: 'Ready, renewal due' },
  NOT_READY: { zh: '还差一些', en: 'Not ready yet' },
  STOPPED: { zh: '暂不安排', en: 'Paused' },
};
const REQUIREMENTS: Readonly<Record<EligibilityFinding['requirement'], Pair>> = {
  TRAINING: { zh: '岗前培训', en: 'Training' },
  VOLUNTEER_AGREEMENT: { zh: '志愿服务协议', en: 'Volunteer agreement' },
  RECORD_CHECK: { zh: '违法犯罪记录查询', en: 'Record check' },
  AGE: { zh: '年龄', en: 'Age' },
  WORK_STATUS: { zh: '服务安排', en: 'Service' },
};
const ACCOUNTS: Readonly<Record<AccountStanding['state'], Pair>> = {
  HAS_ACCOUNT: { zh: '已开通', en: 'Open' },
  INVITED: { zh: '已邀请', en: 'Invited' },
  INVITATION_EXPIRED: { zh: '邀请已过期', en: 'Invitation expired' },
  NOT_INVITED: { zh: '还没有邀请', en: 'Not invited' },
};
const DONE: readonly SeenFinding['outcome'][] = ['VALID', 'EXEMPT'];
const volunteer = { resource: 'volunteer', grade: 'G2' } as const;

interface Row {
  readonly view: VolunteerView;
  readonly eligibility: SeenEligibility | undefined;
  readonly account: AccountStanding['state'];
  readonly area: string;
  readonly office: string;
  readonly supervisor: string;
}

/** The list of volunteers as a file. What a record check has found reads as one that is not there, but to directors (H8). */
@Injectable()
export class VolunteerSource implements ListSource {
  readonly list = 'VOLUNTEERS';
  readonly permission = 'volunteer.read';
  readonly subjectType = 'Volunteer';
  readonly columns: readonly ListColumn[] = [
    { key: 'name', head: { zh: '姓名', en: 'Name' }, declared: volunteer },
    { key: 'standing', head: { zh: '那天的情况', en: 'On that day' }, declared: volunteer },
    { key: 'open', head: { zh: '还差什么', en: 'Still open' }, declared: volunteer },
    { key: 'account', head: { zh: '账号', en: 'Account' }, declared: volunteer },
    { key: 'languages', head: { zh: '会说的话', en: 'Languages' }, declared: volunteer },
    { key: 'skills', head: { zh: '能带来什么', en: 'Skills' }, declared: volunteer },
    { key: 'office', head: { zh: '服务点', en: 'Office' }, declared: volunteer },
    { key: 'area', head: { zh: '住的地方', en: 'Area' }, declared: volunteer },
    { key: 'supervisor', head: { zh: '督导者', en: 'Supervisor' }, declared: volunteer },
    { key: 'places', head: { zh: '愿意陪伴几个孩子', en: 'Places' }, declared: volunteer },
  ];
  readonly #cells: Cells<Row> = {
    Name: ({ view }) => view.person.name,
    'On that day': ({ eligibility }, { locale }) => (eligibility ? STANDINGS[standingOf(eligibility)][locale] : ''),
    'Still open': ({ eligibility }, { locale }) =>
      listed(
        (eligibility?.findings ?? [])
          .filter(({ outcome }) => !DONE.includes(outcome))
          .map(({ requirement }) => REQUIREMENTS[requirement][locale]),
        locale,
      ),
    Account: ({ account }, { locale }) => ACCOUNTS[account][locale],
    Languages: ({ view }, reading) => words(LANGUAGES, view.languages, reading),
    Skills: ({ view }, reading) => words(SKILLS, view.skills, reading),
    Office: ({ office }) => office,
    Area: ({ area }) => area,
    Supervisor: ({ supervisor }) => supervisor,
    Places: ({ view }) => String(view.places),
  };

  constructor(
    private readonly volunteers: Volunteers,
    private readonly judge: VolunteerEligibility,
    private readonly agencies: Agencies,
    private readonly invitations: Invitations,
    private readonly areas: Areas,
    private readonly names: PeopleNames,
    private readonly lists: VolunteerLists,
    private readonly officeNames: OfficeNames,
  ) {}

  ids(actor: PersonActor, filters: URLSearchParams, limit: number): Promise<string[]> {
    const asked = filters.get('standing') ?? '';
    const standing = Object.hasOwn(STANDINGS, asked) ? (asked as Standing) : null;
    const query = {
      standing,
      reason: parseReason(filters.get('reason') ?? ''),
      reads: { hits: mayDo(actor, 'screening.readHit') },
      name: filters.get('q'),
      serviceDate: () => this.#day(actor, filters),
    };
    return this.volunteers.ids(rowsFor(actor, this.permission), query, limit);
  }

  async rows(ids: readonly string[], columns: readonly ListColumn[], reading: Reading): Promise<string[][]> {
    const { actor, filters } = reading;
    const { agencyId } = actor;
    const views = await this.volunteers.inOrder(rowsFor(actor, this.permission), ids);
    const judged = await this.judge.on(agencyId, views, await this.#day(actor, filters));
    const accounts = await this.invitations.standings(
      agencyId,
      views.map(({ person }) => person.id),
    );
    const areas = await this.areas.byCode(agencyId);
    const offices = await this.officeNames.of(agencyId, this.lists.offices, ids);
    const supervisors = await this.names.of(
      agencyId,
      views.flatMap(({ supervisorId }) => supervisorId ?? []),
    );
    const seen = (one: SeenEligibility | undefined) =>
      one && !mayDo(actor, 'screening.readHit') ? withoutHit(one) : one;
    const rows = views.map((view) => ({
      view,
      eligibility: seen(judged.get(view.id)),
      account: accounts.get(view.person.id)?.state ?? 'NOT_INVITED',
      office: offices.get(view.id) ?? '',
      area: areas.get(view.areaCode ?? '')?.name ?? '',
      supervisor: supervisors.get(view.supervisorId ?? '') ?? '',
    }));
    return toRows(rows, this.#cells, columns, reading);
  }

  async #day({ agencyId }: PersonActor, filters: URLSearchParams): Promise<LocalDate> {
    return parseLocalDate(filters.get('on') ?? '') ?? (await this.agencies.today(agencyId));
  }
}
