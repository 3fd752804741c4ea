// People who were helped and help now, each at another point of the way: invited, saying yes, accompanied, core, and one who left.
import { Injectable } from '@nestjs/common';
import { addDays, ageOn, type AgencyId, type LocalDate, type LoginId, type PersonId } from '@tongxing/shared/kernel';
import type { RecordedStep } from '@tongxing/shared/states';
import { VolunteerAgreements } from '../agreements/index.js';
import { ChildrenRepository, HouseholdMember, type ChildView } from '../children/index.js';
import { HelperAnswers, HelperJourneys, MyHelping } from '../helping/index.js';
import { AgencySettings, Person, VolunteersRepository } from '../people/index.js';
import { allRows, personActor } from '../platform/access/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { RecordChecks } from '../screening/index.js';
import { Trainings } from '../training/index.js';
import type { DemoStaff } from './demo-people.js';
import { must } from './must.js';

const MOTHER_DAYS = 13_600;
const LANGUAGE = 'zh' as const;

@Injectable()
export class DemoHelpers {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly settings: AgencySettings,
    private readonly children: ChildrenRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly journeys: HelperJourneys,
    private readonly answers: HelperAnswers,
    private readonly mine: MyHelping,
    private readonly trainings: Trainings,
    private readonly agreements: VolunteerAgreements,
    private readonly checks: RecordChecks,
  ) {}

  async walk(staff: DemoStaff, today: LocalDate): Promise<void> {
    const { agencyId } = staff;
    const { minimumVolunteerAge } = await this.settings.valuesOf(agencyId);
    const all = await this.children.all(allRows(agencyId));
    const old = all.filter(({ person: { birthDate }, guardian }) => {
      return birthDate !== undefined && ageOn(birthDate, today) >= minimumVolunteerAge && guardian.name !== undefined;
    });
    const [invited, asked, accompanied, left] = old;
    if (invited) await this.#begin(staff, invited, invited.person.id, addDays(today, -2));
    if (asked)
      await this.#family(staff, await this.#begin(staff, asked, asked.person.id, addDays(today, -6)), asked, 1);
    if (accompanied) await this.#accompanied(staff, accompanied, today);
    if (left) {
      const journey = await this.#begin(staff, left, left.person.id, addDays(today, -40));
      must(await this.journeys.leave(staff.worker, journey), 'end a way');
      await this.#put('helper_journey', journey, { leftOn: addDays(today, -3), leftBy: 'HELPER' });
    }
    await this.#mother(staff, all, today);
  }

  async #accompanied(staff: DemoStaff, child: ChildView, today: LocalDate): Promise<void> {
    const { id } = child.person;
    const journey = await this.#begin(staff, child, id, addDays(today, -45));
    await this.#family(staff, journey, child, 2);
    await this.#said(journey, addDays(today, -38));
    await this.#papers(staff.agencyId, id, addDays(today, -30), false);
    await this.#beside(staff, journey, [addDays(today, -15), addDays(today, -8)]);
    await this.#say(staff.agencyId, id, 'INTERESTED', '我来的时候，是一个姐姐带我认路的。我也想带别人。');
  }

  /** A mother who helps already, and is core by now. Her own child goes on being accompanied. */
  async #mother(staff: DemoStaff, children: readonly ChildView[], today: LocalDate): Promise<void> {
    const { agencyId } = staff;
    const [member] = await this.database.repository(HouseholdMember).find({
      where: { agencyId, relation: 'MOTHER', isCaregiver: true },
      order: { id: 'ASC' },
      take: 1,
    });
    const child = children.find(({ householdId }) => householdId === member?.householdId);
    if (!member || !child) return;
    const personId = member.personId as PersonId;
    await this.#run(agencyId, () =>
      this.database.repository(Person).update({ agencyId, id: personId }, { birthDate: addDays(today, -MOTHER_DAYS) }),
    );
    const journey = await this.#begin(staff, child, personId, addDays(today, -150));
    await this.#papers(agencyId, personId, addDays(today, -140), true);
    await this.#beside(
      staff,
      journey,
      [-55, -48, -41].map((days) => addDays(today, days)),
    );
    await this.#reach(staff, journey, 'ACTIVE', addDays(today, -35));
    await this.#reach(staff, journey, 'CORE', addDays(today, -12));
    await this.#say(agencyId, personId, 'ACTIVE', '第一次自己带读书角，手心都是汗。孩子们说下周还要来。');
    await this.#say(agencyId, personId, 'CORE', '以前别人接住我，现在我接住刚来的妈妈。');
  }

  /** Begun some days ago; its id. */
  async #begin({ worker }: DemoStaff, child: ChildView, personId: string, begunOn: LocalDate): Promise<string> {
    const [supervisor] = await this.journeys.supervisors(worker, child.id);
    const wish = { childId: child.id, personId, supervisorId: supervisor?.personId ?? '' };
    const { row } = must(await this.journeys.begin(worker, wish), 'begin a way');
    await this.#put('helper_journey', row.id, { begunOn });
    return row.id;
  }

  /** The child's yes, and with a second one the guardian's. */
  async #family({ agencyId, worker }: DemoStaff, journey: string, child: ChildView, yeses: 1 | 2): Promise<void> {
    const { hash: textHash } = await this.answers.text(agencyId, LANGUAGE);
    const said = { yes: true, method: 'WITNESSED' as const, language: LANGUAGE, textHash };
    must(await this.answers.record(worker, journey, { ...said, giver: 'CHILD' }), 'write down a child’s yes');
    if (yeses === 1) return;
    const [guardian] = await this.answers.guardiansFor(worker, child.id);
    const theirs = { ...said, giver: 'GUARDIAN' as const, guardianId: guardian?.id };
    must(await this.answers.record(worker, journey, theirs), 'write down a guardian’s yes');
  }

  /** Both answers were given on an earlier day. */
  async #said(journeyId: string, saidOn: LocalDate): Promise<void> {
    const rows = this.database.repository<{ id: string; journeyId: string }>('helper_answer');
    for (const { id } of await rows.findBy({ journeyId })) await this.#put('helper_answer', id, { saidOn });
  }

  #papers(agencyId: AgencyId, personId: string, happenedOn: LocalDate, grownUp: boolean): Promise<void> {
    const fact = { agencyId, personId, happenedOn, validUntil: null, batchId: null, confirmedBy: null };
    return this.#run(agencyId, async () => {
      await this.trainings.addAll([{ ...fact, kind: 'PRE_SERVICE' }]);
      await this.agreements.addAll([fact]);
      if (grownUp) await this.checks.addAll([{ ...fact, result: 'CLEAR' }]);
    });
  }

  async #beside(
    { agencyId, worker, volunteerId }: DemoStaff,
    journey: string,
    days: readonly LocalDate[],
  ): Promise<void> {
    const beside = await this.volunteers.byPerson(agencyId, volunteerId);
    for (const happenedOn of days) {
      const service = { volunteerId: beside?.id ?? '', happenedOn };
      must(await this.journeys.accompanied(worker, journey, service), 'write down a service beside somebody');
    }
  }

  async #reach({ worker }: DemoStaff, journey: string, step: RecordedStep, happenedOn: LocalDate): Promise<void> {
    must(await this.journeys.reached(worker, journey, step), `reach ${step}`);
    const where = { journeyId: journey, kind: step };
    const rows = this.database.repository<{ id: string; journeyId: string; kind: string }>('helper_milestone');
    await this.#put('helper_milestone', (await rows.findOneByOrFail(where)).id, { happenedOn });
  }

  async #say(
    agencyId: AgencyId,
    personId: string,
    step: 'INTERESTED' | 'ACTIVE' | 'CORE',
    words: string,
  ): Promise<void> {
    const who = { agencyId, personId: personId as PersonId, loginId: 'demo' as LoginId, sessionId: 'demo' };
    must(await this.mine.say(personActor(who, [{ role: 'VOLUNTEER' }]), step, words), 'tell of a step');
  }

  /** What was written down today happened earlier. */
  #put(table: string, id: string, change: Readonly<Record<string, string>>): Promise<unknown> {
    return this.work.run({ kind: 'system', agencyId: 'none' as AgencyId, name: 'demo' }, () =>
      this.database.repository<{ id: string }>(table).update({ id }, change as never),
    );
  }

  #run<T>(agencyId: AgencyId, work: () => Promise<T>): Promise<void> {
    return this.work.run({ kind: 'system', agencyId, name: 'demo' }, async () => void (await work()));
  }
}
