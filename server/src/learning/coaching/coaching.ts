// The coach's view: of whom somebody stands beside, who is stuck on the way to being trained, the most pressing first.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { LocalDate } from '@tongxing/shared/kernel';
import { COACH_STEPS, coachStep, type Coached, type Eligibility } from '@tongxing/shared/rules';
import { Agencies, AgencySettings, VolunteerEligibility, VolunteersRepository } from '../../people/index.js';
import type { VolunteerView } from '../../people/index.js';
import { allRows, rowsFor, type PersonActor } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { Courses } from '../catalogue/courses.js';
import type { Words } from '../domain/lesson.types.js';
import { lessonOf, ONLINE_COURSES } from '../domain/online-courses.js';
import { CourseProgress } from '../course-progress.entity.js';
import { PlacesRepository, SEATED } from '../sessions/places.repository.js';
import { TrainingPlace, TrainingSession } from '../sessions/training-session.entities.js';

export interface CoachedOne extends Coached {
  readonly volunteer: VolunteerView;
  readonly lessonsDone: number;
  /** The open lesson that was asked again most often, where there is one: to be read together. */
  readonly askedAgain: AskedAgain | undefined;
}
export interface AskedAgain {
  readonly lesson: Words;
  readonly times: number;
}
export interface CoachingView {
  readonly stuck: readonly CoachedOne[];
  /** Of how many volunteers. */
  readonly of: number;
}
/** So many are looked through at most; an agency with more coaches by supervisor. */
export const MOST_COACHED = 500;

@Injectable()
export class Coaching {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly courses: Courses,
    private readonly places: PlacesRepository,
  ) {}

  /** Of those whom the actor supervises or works with in a pair; with `everybody` of all within their reach. */
  async of(actor: PersonActor, everybody: boolean): Promise<CoachingView> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    const { reminderFirstDays } = await this.settings.valuesOf(agencyId);
    const people = await this.#people(actor, everybody);
    const judged = await this.eligibility.on(agencyId, people, today);
    const sessions = await this.places.coming(agencyId, today);
    const taken = await this.places.places(
      agencyId,
      sessions.map(({ id }) => id),
    );
    const freeSession = await this.#hasFreeSession(actor, sessions, taken);
    const personIds = people.map(({ person }) => person.id);
    const progress = await this.#byPerson(CourseProgress, agencyId, personIds);
    const places = await this.#byPerson(TrainingPlace, agencyId, personIds);
    const stuck = people.flatMap((volunteer): CoachedOne[] => {
      const lessons = mostTried(progress.get(volunteer.person.id) ?? []);
      const own = places.get(volunteer.person.id) ?? [];
      const next = sessions.flatMap(({ id, happensOn }) => {
        const place = own.find(({ sessionId, state }) => sessionId === id && ['ENROLLED', 'WAITING'].includes(state));
        return place ? [{ waits: place.state === 'WAITING', on: happensOn as LocalDate }] : [];
      })[0];
      const lessonsDone = lessons?.lessons.length ?? 0;
      const facts = {
        ...{ ...trainingOf(judged.get(volunteer.id)), next, lessonsDone, freeSession },
        ...{ lessonsFinished: lessons !== undefined && isFinished(lessons), lessonTries: lessons?.tries ?? 0 },
        lessonsWanted: own.some(({ state, trainingId }) => state === 'ATTENDED' && trainingId === null),
      };
      const coached = coachStep(facts, today, reminderFirstDays);
      return coached ? [{ ...coached, volunteer, lessonsDone, askedAgain: lessons && askedAgain(lessons) }] : [];
    });
    const order = ({ step }: Coached) => COACH_STEPS.indexOf(step);
    return { stuck: stuck.sort((a, b) => order(a) - order(b)), of: people.length };
  }

  async #people(actor: PersonActor, everybody: boolean): Promise<VolunteerView[]> {
    const within = rowsFor(actor, 'learning.coach');
    if (everybody) return this.volunteers.page(within, 0, MOST_COACHED);
    const { agencyId, personId } = actor;
    // Read without the module of the pairs, which stands above this one.
    const rows = await this.database.read<{ id: string }>(
      `SELECT v.id AS id FROM volunteer v WHERE v.agencyId = ? AND v.supervisorId = ? AND v.erasedAt IS NULL
       UNION SELECT v.id FROM companionship c JOIN volunteer v ON v.id = c.volunteerId
         WHERE c.agencyId = ? AND c.workerId = ? AND (c.heldChildId IS NOT NULL OR c.standsInForId IS NOT NULL)
           AND v.erasedAt IS NULL
       ORDER BY id LIMIT ${String(MOST_COACHED)}`,
      [agencyId, personId, agencyId, personId],
    );
    // Whom somebody supervises, or works with, they may coach in whichever office.
    const found = await this.volunteers.byIds(
      allRows(agencyId),
      rows.map(({ id }) => id),
    );
    return [...found.values()];
  }

  async #hasFreeSession(
    { agencyId }: PersonActor,
    sessions: readonly TrainingSession[],
    taken: readonly TrainingPlace[],
  ) {
    const courses = await this.courses.byIds(
      agencyId,
      sessions.map(({ courseId }) => courseId),
    );
    return sessions.some(({ id, courseId, seats }) => {
      const course = courses.get(courseId);
      const seated = taken.filter(({ sessionId, state }) => sessionId === id && SEATED.includes(state));
      const fits = course?.kind === 'PRE_SERVICE' && course.tasks.includes('COMPANIONSHIP') && course.closedAt === null;
      return fits && seated.length < seats;
    });
  }

  async #byPerson<Row extends CourseProgress | TrainingPlace>(
    entity: new () => Row,
    agencyId: string,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Row[]>> {
    const found = new Map<string, Row[]>();
    const rows = (await this.database
      .repository<CourseProgress | TrainingPlace>(entity)
      .findBy({ agencyId, personId: In([...personIds]) })) as Row[];
    for (const row of rows) found.set(row.personId, [...(found.get(row.personId) ?? []), row]);
    return found;
  }
}

const isFinished = ({ course, lessons }: CourseProgress): boolean => {
  const known = Object.values(ONLINE_COURSES).find(({ key }) => key === course);
  return known !== undefined && known.lessons.every(({ key }) => lessons.includes(key));
};

/** Of the courses that somebody has open the one with the most answers; else one that they finished. */
function mostTried(rows: readonly CourseProgress[]): CourseProgress | undefined {
  const open = rows.filter((row) => !isFinished(row)).sort((a, b) => b.tries - a.tries);
  return open[0] ?? rows[0];
}

function askedAgain({ askedAgain: counts, lessons }: CourseProgress): AskedAgain | undefined {
  const [most] = Object.entries(counts ?? {})
    .filter(([key]) => !lessons.includes(key))
    .sort(([, a], [, b]) => b - a);
  const lesson = most && lessonOf(most[0])?.lesson;
  return lesson && { lesson: lesson.title, times: most[1] };
}

function trainingOf(eligibility: Eligibility | undefined) {
  const finding = eligibility?.findings.find(({ requirement }) => requirement === 'TRAINING');
  const stopped = eligibility?.findings.some(({ outcome }) => outcome === 'STOPPED') ?? false;
  return {
    training: stopped ? ('STOPPED' as const) : (finding?.outcome ?? ('MISSING' as const)),
    until: finding?.until,
  };
}
