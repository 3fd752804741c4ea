// Every day, tells people that something of theirs ends, and those beside them for how many: nobody falls off unwarned.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, MoreThanOrEqual, Not } from 'typeorm';
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { ENDED_STEP, LATE_DAYS, reminderStep, stepAmong, TEAM_REMINDER_KINDS } from '@tongxing/shared/rules';
import { Agencies, AgencySettings } from '../people/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, inParts, UnitOfWork } from '../platform/database/index.js';
import { JobUpkeep, Outbox } from '../platform/outbox/index.js';
import { Companions } from './companions.js';
import { RemindedFacts, type RemindedFact } from './reminded-facts.js';
import { ReminderDay, ReminderSent } from './reminder.entities.js';
import { hourIn } from './domain/hour-in.js';

/** What the platform says of its own accord arrives by day. */
const FIRST_HOUR = 8;
const LAST_HOUR = 20;
const AT_ONCE = 50;

interface Due extends RemindedFact {
  readonly step: number;
}

@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly facts: RemindedFacts,
    private readonly companions: Companions,
    private readonly outbox: Outbox,
    private readonly upkeep: JobUpkeep,
  ) {}

  onModuleInit(): void {
    this.upkeep.also('reminders', () => this.remind());
  }

  /** Goes through each agency once a day, by day; asked every hour. Returns how many were reminded. */
  async remind(): Promise<number> {
    const agencies = await this.database.read<{ id: AgencyId }>('SELECT id FROM agency', []);
    let reminded = 0;
    for (const { id } of agencies) {
      const zone = await this.agencies.timeZone(id);
      const hour = hourIn(this.clock.now(), zone);
      const day = this.clock.today(zone);
      if (hour < FIRST_HOUR || hour >= LAST_HOUR || (await this.#isDone(id, day))) continue;
      reminded += await this.remindOf(id, day);
    }
    return reminded;
  }

  /** Once for each fact and step, however often, and by however many processes at once, it is asked. */
  async remindOf(agencyId: AgencyId, today: LocalDate): Promise<number> {
    let reminded = 0;
    for (const some of inParts(await this.#due(agencyId, today), AT_ONCE)) {
      reminded += await this.work.run(system(agencyId), () => this.#tell(agencyId, some, today));
    }
    await this.work.run(system(agencyId), () => this.#gather(agencyId, today));
    return reminded;
  }

  async #due(agencyId: AgencyId, today: LocalDate): Promise<Due[]> {
    const { reminderFirstDays } = await this.settings.valuesOf(agencyId);
    const from = addDays(today, -LATE_DAYS);
    const facts = await this.facts.due(agencyId, { today, from, until: addDays(today, reminderFirstDays) });
    const where = { agencyId, lastDay: MoreThanOrEqual<string>(from) };
    const told = new Set((await this.database.repository(ReminderSent).findBy(where)).map(keyOf));
    const due = facts.flatMap((fact) => {
      const { steps, lastDay } = fact;
      const step = steps ? stepAmong(steps, lastDay, today) : reminderStep(lastDay, today, reminderFirstDays);
      if (step === undefined || (fact.toldOn && addDays(fact.lastDay, -step) <= fact.toldOn)) return [];
      return [{ ...fact, step }];
    });
    // In one order, so that two processes wait for each other rather than for ever.
    return due.filter((one) => !told.has(keyOf(one))).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  async #tell(agencyId: AgencyId, due: readonly Due[], today: LocalDate): Promise<number> {
    let told = 0;
    for (const one of due) {
      if (!(await this.#isFirst(agencyId, one, today))) continue;
      const { personId, kind, step, lastDay, path, numbers } = one;
      await this.outbox.publish('ReminderDue', { personId, kind, step, lastDay, path, numbers });
      told += 1;
    }
    return told;
  }

  /** Whether this unit of work is the one that wrote the row. */
  async #isFirst(agencyId: AgencyId, { personId, kind, matter = '', lastDay, step }: Due, today: LocalDate) {
    const sent = this.database.repository(ReminderSent);
    const key = { agencyId, personId, kind, matter, lastDay, step };
    const id: string = this.ids.next<never>();
    const row = { id, ...key, sentOn: today, sentAt: this.clock.nowIso() };
    await sent.createQueryBuilder().insert().values(row).orIgnore().execute();
    return sent.existsBy({ id });
  }

  /** Supervisors and workers hear once a day of the volunteers beside whom they stand, and the day is done. */
  async #gather(agencyId: AgencyId, today: LocalDate): Promise<void> {
    const days = this.database.repository(ReminderDay);
    const id: string = this.ids.next<never>();
    const row = { id, agencyId, day: today, doneAt: this.clock.nowIso() };
    await days.createQueryBuilder().insert().values(row).orIgnore().execute();
    if (!(await days.existsBy({ id }))) return;
    // Colleagues' own stand on the desk's list and on Today; the message is of volunteers.
    const kind = Not(In([...TEAM_REMINDER_KINDS, 'COLLEAGUE_CHECK']));
    const sent = await this.database.repository(ReminderSent).findBy({ agencyId, sentOn: today, kind });
    const beside = await this.companions.besideVolunteers(
      agencyId,
      [...new Set(sent.map((one) => one.personId))],
      today,
    );
    const gathered = new Map<PersonId, { ending: Set<string>; ended: Set<string> }>();
    for (const { personId, step } of sent) {
      for (const companion of beside.get(personId) ?? []) {
        const theirs = gathered.get(companion) ?? { ending: new Set(), ended: new Set() };
        (step === ENDED_STEP ? theirs.ended : theirs.ending).add(personId);
        gathered.set(companion, theirs);
      }
    }
    for (const [personId, { ending, ended }] of gathered) {
      await this.outbox.publish('RemindersGathered', { personId, ending: ending.size, ended: ended.size });
    }
  }

  #isDone(agencyId: AgencyId, day: LocalDate): Promise<boolean> {
    return this.database.repository(ReminderDay).existsBy({ agencyId, day });
  }
}

const system = (agencyId: AgencyId) => ({ kind: 'system' as const, agencyId, name: 'reminders' });
interface Key {
  readonly personId: string;
  readonly kind: string;
  readonly matter?: string | undefined;
  readonly lastDay: string;
  readonly step: number;
}
const keyOf = ({ personId, kind, matter = '', lastDay, step }: Key) =>
  [personId, kind, matter, lastDay, step].join(' ');
