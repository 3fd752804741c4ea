// Talks with the supervisor as an ordinary quarter leaves them: held and signed, waiting for a signature, missed, coming; and a
// few volunteers whom nobody has talked with for too long.
import { Injectable } from '@nestjs/common';
import { addDays, type AgencyId, type LocalDate, type LoginId, type PersonId } from '@tongxing/shared/kernel';
import { Volunteer } from '../people/index.js';
import { personActor, type PersonActor } from '../platform/access/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { OwnSessions, Sessions } from '../supervision/index.js';
import type { DemoStaff } from './demo-people.js';
import { must } from './must.js';

/** Whoever came so long ago waits for a talk by now, unless there was one. */
const HERE_FOR_DAYS = 75;
const AT_WORK = 16;
/** The others came with the roster of today. */
const WAITED = 7;
const SAID = [
  ['孩子开始自己约下一次的时间，怎样一点一点放手', '每一次都提前想好要一起做什么', 3],
  ['见面改期两次，怎样和家里说清楚', '改期都提前一天说，孩子没有白等', 2],
  ['考试多，自己有点累，下个月先每两周见一次', '说出了累，没有硬撑', 1],
  ['孩子提起搬家，陪他把担心一件一件说出来', '听得多，说得少', 3],
] as const;

const DAYS_AGO = [6, 13, 20, 41] as const;

type Guest = Pick<Volunteer, 'id' | 'personId'>;

@Injectable()
export class DemoSupervision {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly own: OwnSessions,
  ) {}

  async talk({ agencyId, supervisor }: DemoStaff, today: LocalDate): Promise<void> {
    const guests = await this.#guests(agencyId, supervisor.personId, today);
    const [first, second, third, fourth, fifth, sixth, seventh, eighth] = guests;
    const held = [first, second, third, fourth].flatMap((guest) => guest ?? []);
    for (const [index, guest] of held.entries()) {
      const talk = await this.#held(supervisor, [guest], addDays(today, -(DAYS_AGO[index] ?? 0)), index, today);
      if (index > 0) await this.#sign(agencyId, guest, talk);
    }
    const group = guests.slice(2, 8);
    if (group.length > 1) await this.#held(supervisor, group, addDays(today, -27), 3, today);
    if (fifth) {
      const missed = await this.#plan(supervisor, [fifth], today, 'missed');
      must(await this.sessions.miss(supervisor, missed.id, missed.version, 'VOLUNTEER_ABSENT'), 'miss a talk');
      await this.#day(missed.id, addDays(today, -4));
    }
    if (sixth) await this.#plan(supervisor, [sixth], addDays(today, 1), 'tomorrow');
    if (seventh && eighth) await this.#plan(supervisor, guests.slice(6, 12), addDays(today, 9), 'group');
  }

  /** The supervisor's own; the first of them have been there for a while. */
  async #guests(agencyId: AgencyId, supervisorId: PersonId, today: LocalDate): Promise<Guest[]> {
    const rows = await this.database.repository(Volunteer).find({
      select: { id: true, personId: true },
      where: { agencyId, supervisorId },
      order: { id: 'ASC' },
      take: AT_WORK,
    });
    const createdAt = `${addDays(today, -HERE_FOR_DAYS)}T02:00:00.000Z`;
    await this.work.run({ kind: 'system', agencyId, name: 'demo' }, async () => {
      for (const { id } of rows.slice(0, WAITED))
        await this.database.repository(Volunteer).update({ id }, { createdAt });
    });
    return rows;
  }

  async #plan(supervisor: PersonActor, guests: readonly Guest[], plannedOn: LocalDate, what: string) {
    const format = guests.length === 1 ? ('INDIVIDUAL' as const) : ('GROUP' as const);
    const kind = format === 'GROUP' ? ('EDUCATIONAL' as const) : ('SUPPORTIVE' as const);
    const talk = { volunteerIds: guests.map(({ id }) => id), kind, source: 'INTERNAL' as const, format };
    const when = { plannedOn, startMinute: 19 * 60, requestId: `demo-talk-${what}` };
    return must(await this.sessions.schedule(supervisor, { ...talk, ...when }), 'agree on a talk');
  }

  async #held(supervisor: PersonActor, guests: readonly Guest[], heldOn: LocalDate, at: number, today: LocalDate) {
    const [topics, praise, wellbeing] = SAID[at] ?? SAID[0];
    const alone = guests.length === 1;
    const talk = await this.#plan(supervisor, guests, today, `${heldOn}-${String(guests.length)}`);
    const seats = guests.map(({ id }) => ({
      ...{ volunteerId: id, came: true, wellbeing: alone ? wellbeing : undefined, note: undefined },
      praise: alone ? praise : undefined,
    }));
    const actions = alone
      ? [{ volunteerId: guests[0]?.id, text: '把下个月见面的日子发给家里', dueOn: addDays(today, 7) }]
      : [];
    const said = {
      heldOn,
      minutes: alone ? 40 : 90,
      topics: alone ? topics : '一起练：孩子不想说话的时候怎么办',
      seats,
      actions,
    };
    const written = must(await this.sessions.hold(supervisor, talk.id, talk.version, said), 'write down a talk');
    await this.#day(written.id, heldOn);
    return written;
  }

  /** The volunteer's own hand; the demo speaks for those without a login. */
  async #sign(
    agencyId: AgencyId,
    { personId }: Guest,
    { id, version }: { id: string; version: number },
  ): Promise<void> {
    const who = { agencyId, personId: personId as PersonId, loginId: 'demo' as LoginId, sessionId: 'demo' };
    must(await this.own.sign(personActor(who, [{ role: 'VOLUNTEER' }]), id, version), 'sign a talk');
  }

  /** It was agreed on for the day on which it took place. */
  #day(id: string, plannedOn: LocalDate): Promise<unknown> {
    return this.work.run({ kind: 'system', agencyId: 'none' as AgencyId, name: 'demo' }, () =>
      this.database.repository<{ id: string }>('supervision_session').update({ id }, { plannedOn } as never),
    );
  }
}
