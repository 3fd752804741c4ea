// What the demo agency teaches: courses, sessions of today and of the next weeks, and who comes to them.
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { addDays, type AgencyId, type LocalDate, type LoginId, type PersonId } from '@tongxing/shared/kernel';
import { Courses, OwnTraining, TrainingSessions } from '../learning/index.js';
import { Volunteer } from '../people/index.js';
import { personActor, type PersonActor } from '../platform/access/index.js';
import { Database } from '../platform/database/index.js';
import { must } from './must.js';

type Said = Parameters<Courses['add']>[2];
const COURSES: readonly Said[] = [
  {
    title: '走近孩子第一课',
    about: '怎样和孩子相处，怎样守约，遇到担心的事找谁。讲一半，练一半。',
    ...{ kind: 'PRE_SERVICE', way: 'SESSIONS', lessons: undefined },
    ...{ tasks: ['COMPANIONSHIP', 'HOME_VISIT', 'GROUP_ACTIVITY'], validMonths: 24 },
  },
  {
    title: '志愿者的权利和义务',
    about: '您有什么权利，答应了什么，随时可以怎样停下来。先在手机上学六课，再来一起谈协议里的每一条。',
    ...{ kind: 'PRE_SERVICE', way: 'BOTH', lessons: 'RIGHTS' },
    ...{ tasks: ['COMPANIONSHIP', 'HOME_VISIT', 'GROUP_ACTIVITY'], validMonths: 24 },
  },
  {
    title: '保护孩子的课',
    about: '十二课，在手机上学。每年学一遍，已经会的也再想一想。',
    ...{ kind: 'IN_SERVICE', way: 'ONLINE', lessons: 'SAFEGUARDING' },
    ...{ tasks: ['COMPANIONSHIP', 'HOME_VISIT', 'GROUP_ACTIVITY'], validMonths: 12 },
  },
  {
    title: '带好一次活动',
    about: '接孩子、带游戏、交还给家长，人多的时候怎样看得过来。只管小组、托管和活动。',
    ...{ kind: 'PRE_SERVICE', way: 'SESSIONS', lessons: undefined },
    ...{ tasks: ['GROUP_ACTIVITY'], validMonths: 12 },
  },
];
const SMALL = 3;

@Injectable()
export class DemoTraining {
  constructor(
    private readonly database: Database,
    private readonly courses: Courses,
    private readonly sessions: TrainingSessions,
    private readonly own: OwnTraining,
  ) {}

  async offer(director: PersonActor, worker: PersonActor, today: LocalDate): Promise<void> {
    const ids: string[] = [];
    for (const [index, said] of COURSES.entries()) {
      ids.push(must(await this.courses.add(director, `demo-course-${String(index)}`, said), 'add a course').id);
    }
    const [first = '', rights = '', , activities = ''] = ids;
    const plan = async (courseId: string, days: number, startMinute: number, seats: number) => {
      const where = { place: '社区活动中心三楼', link: undefined, trainerId: worker.personId };
      const requestId = `demo-session-${courseId.slice(-6)}-${String(days)}`;
      const said = { courseId, happensOn: addDays(today, days), startMinute, minutes: 120, seats, requestId, ...where };
      return must(await this.sessions.schedule(worker, said), 'arrange a session').session.id;
    };
    const now = await plan(first, 0, 14 * 60, 20);
    const full = await plan(first, 5, 9 * 60 + 30, SMALL);
    await plan(rights, 6, 14 * 60, 30);
    await plan(activities, 12, 14 * 60, 20);
    const guests = await this.#volunteers(director.agencyId);
    for (const guest of guests.slice(0, SMALL)) must(await this.own.enrol(guest, now), 'take a seat');
    for (const guest of guests.slice(0, SMALL + 2)) must(await this.own.enrol(guest, full), 'take a seat or wait');
  }

  /** Volunteers of the roster, who have no account yet: at the desk they said that they would come. */
  async #volunteers(agencyId: AgencyId): Promise<PersonActor[]> {
    const where = { agencyId, erasedAt: IsNull(), batchId: Not(IsNull()) };
    const rows = await this.database.repository(Volunteer).find({ where, order: { id: 'ASC' }, take: SMALL + 2 });
    return rows.map(({ personId }) => {
      const who = { agencyId, personId: personId as PersonId, loginId: 'demo' as LoginId, sessionId: 'demo' };
      return personActor(who, [{ role: 'VOLUNTEER' }]);
    });
  }
}
