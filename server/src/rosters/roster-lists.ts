// The roster as a file. At the desk, for the insurer: what the agency holds of each person, under a reason that the audit
// keeps. For whoever books for the team: the names of the own people, and what each does.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { InsuranceReason, ListFormat, TeamTasks } from '@tongxing/shared/rules';
import { writeCsv, writeSheet } from '../imports/index.js';
import { PeopleRepository, StepUp, type StepUpNeededError } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { SensitiveReads } from '../platform/audit-trail/index.js';
import type { NotFoundError } from '../platform/graphql/index.js';
import { RosterBookings, type TeamDay } from './roster-bookings.js';
import { RosterPlaces } from './roster-places.repository.js';
import type { RosterPlace } from './roster.entities.js';
import { refused, type RosterRefusedError } from './rosters.js';

export interface ListWish {
  readonly format: ListFormat;
  readonly locale: 'zh' | 'en';
}
export interface RosterFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}
type Outcome<E = never> = Result<RosterFile, NotFoundError | RosterRefusedError | E>;
type Rows = readonly (readonly string[])[];

const MISSING: NotFoundError = { code: 'NOT_FOUND' };
/** Before the lock somebody else may come; whoever is insured then is not the one who comes. */
const FINAL: readonly string[] = ['ROSTER_LOCKED', 'ATTENDED', 'REPORTED'];
const TYPES: Readonly<Record<ListFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const TASKS: Readonly<Record<TeamTasks, Readonly<Record<'zh' | 'en', string>>>> = {
  WITH_CHILDREN: { zh: '和孩子们一起', en: 'with children' },
  WITHOUT_CHILDREN: { zh: '不接触孩子的任务', en: 'tasks without children' },
};
const GENDER = { FEMALE: { zh: '女', en: 'female' }, MALE: { zh: '男', en: 'male' } } as const;

@Injectable()
export class RosterLists {
  constructor(
    private readonly bookings: RosterBookings,
    private readonly places: RosterPlaces,
    private readonly people: PeopleRepository,
    private readonly reads: SensitiveReads,
    private readonly stepUp: StepUp,
  ) {}

  /** Of a locked roster, after a second factor where one is set; the audit has its line before a byte leaves. */
  async insurance(
    actor: PersonActor,
    bookingId: string,
    reason: InsuranceReason,
    wish: ListWish,
  ): Promise<Outcome<StepUpNeededError>> {
    const day = await this.bookings.readable(actor, bookingId);
    if (!day) return err(MISSING);
    if (!FINAL.includes(day.booking.state)) return err(refused('CLOSED'));
    const fresh = await this.stepUp.requireFresh(actor);
    if (!fresh.ok) return fresh;
    const places = await this.places.joined(actor.agencyId, bookingId);
    const facts = { people: places.length, reason, format: wish.format };
    await this.reads.record(actor, [
      { action: 'roster.insuranceListTaken', subjectType: 'TeamBooking', subjectId: bookingId, facts },
    ]);
    return ok(fileOf(day, 'insurance', await this.#insured(actor, day, places, wish.locale), wish));
  }

  /** Names and tasks; of anybody's number, birth date or paper nothing. */
  async names(actor: PersonActor, bookingId: string, wish: ListWish): Promise<Outcome> {
    const day = await this.bookings.readable(actor, bookingId);
    if (!day) return err(MISSING);
    const { agencyId } = actor;
    const places = await this.places.joined(agencyId, bookingId);
    const ids = places.map(({ personId }) => personId);
    const found = await this.people.namesOf(agencyId, ids);
    const facts = { people: places.length, format: wish.format };
    await this.reads.record(actor, [
      { action: 'roster.namesTaken', subjectType: 'TeamBooking', subjectId: bookingId, facts },
    ]);
    const head = { zh: ['姓名', '任务'], en: ['Name', 'Tasks'] }[wish.locale];
    const rows = places.map(({ personId, tasks }) => [found.get(personId) ?? '', TASKS[tasks][wish.locale]]);
    return ok(fileOf(day, 'names', [head, ...rows], wish));
  }

  async #insured(
    { agencyId }: PersonActor,
    { onDate, team }: TeamDay,
    places: readonly RosterPlace[],
    locale: 'zh' | 'en',
  ): Promise<Rows> {
    const ids = places.map(({ personId }) => personId);
    const people = await this.people.byIds(agencyId, ids);
    const numbers = await this.people.idNumbersOf(agencyId, ids);
    const card = { zh: '居民身份证', en: 'Resident identity card' }[locale];
    const rows = places.map(({ personId, tasks }) => {
      const person = people.get(personId as never);
      const number = numbers.get(personId) ?? '';
      return [
        ...[person?.name ?? '', person?.gender ? GENDER[person.gender][locale] : '', number === '' ? '' : card, number],
        ...[person?.birthDate ?? '', person?.phone ?? '', team.name, onDate, TASKS[tasks][locale]],
      ];
    });
    return [HEAD[locale], ...rows];
  }
}

const HEAD: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: ['姓名', '性别', '证件类型', '证件号码', '出生日期', '手机号', '团队', '活动日期', '任务'],
  en: ['Name', 'Gender', 'ID type', 'ID number', 'Birth date', 'Mobile', 'Team', 'Day', 'Tasks'],
};
const TITLES = {
  insurance: { zh: '投保名单', en: 'Insurance list' },
  names: { zh: '名单', en: 'Roster' },
} as const;

function fileOf({ onDate }: TeamDay, kind: keyof typeof TITLES, rows: Rows, { format, locale }: ListWish): RosterFile {
  const title = TITLES[kind][locale];
  const [head = [], ...body] = rows;
  const bytes = format === 'xlsx' ? writeSheet(title, head, batches(body)) : text(writeCsv(rows));
  return { name: `${title} ${onDate}.${format}`, type: TYPES[format], bytes };
}
async function* batches(rows: Rows): AsyncGenerator<Rows> {
  yield await Promise.resolve(rows);
}
async function* text(csv: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(csv));
}
