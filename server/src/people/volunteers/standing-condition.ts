// Who stands how on a day, asked of the database: a list reads one page of fifty thousand people, not all of them. What it
// finds is judged by the eligibility function before anybody sees it, which alone decides (the spec compares both).
import { addDays, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import {
  RECORD_CHECK_LIMIT_DAYS,
  type EligibilitySettings,
  type Exemptable,
  type Standing,
} from '@tongxing/shared/rules';

export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly string[];
}
/** Volunteers of whom a condition holds: the tables it speaks of, `volunteer` among them, and the condition. */
export interface SqlSelection {
  readonly from: SqlCondition;
  readonly where: SqlCondition;
}
type EngineKind = 'sqlite' | 'mysql';
export interface StandingDay {
  readonly agencyId: AgencyId;
  readonly on: LocalDate;
  readonly settings: EligibilitySettings;
}

/** The volunteers whose person stands so on that day. */
export function standingSelection(standing: Standing, day: StandingDay, engine: EngineKind): SqlSelection {
  const stopped = stoppedPeople(day);
  // Each engine's word for "in this order". Few are stopped, so the list of them leads; told otherwise, MariaDB asks of
  // everybody in turn whether they are among them.
  const then = engine === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN';
  if (standing === 'STOPPED') {
    const sql = `(${stopped.sql}) s ${then} volunteer ON volunteer.personId = s.personId`;
    return { from: { sql, parameters: stopped.parameters }, where: all() };
  }
  const from = {
    sql: `volunteer ${then} person b ON b.id = volunteer.personId
      LEFT JOIN (${stopped.sql}) s ON s.personId = volunteer.personId`,
    parameters: stopped.parameters,
  };
  const free = { sql: 's.personId IS NULL', parameters: [] };
  const assignable = complete(day, day.on);
  if (standing === 'NOT_READY') return { from, where: all(free, not(assignable)) };
  // Due: it carries the day, and ends within the window.
  const lasting = complete(day, addDays(day.on, day.settings.renewalWindowDays + 1));
  return { from, where: standing === 'READY' ? all(free, lasting) : all(free, assignable, not(lasting)) };
}

/** By the volunteer's row, by a stop that stands for the person or the same login, and by a hit, confirmed or not (H8). */
const stoppedPeople = ({ agencyId, on }: StandingDay): SqlCondition => ({
  sql: `SELECT x.personId FROM volunteer x WHERE x.agencyId = ? AND x.stoppedSince <= ?
    UNION SELECT h.personId FROM record_check h
      WHERE h.agencyId = ? AND h.result = 'HIT' AND h.happenedOn <= ? AND h.takenBackAt IS NULL
    UNION SELECT s.openPersonId FROM work_stop s WHERE s.openPersonId IS NOT NULL AND s.stoppedOn <= ?
    UNION SELECT p.id FROM work_stop s JOIN person q ON q.id = s.openPersonId JOIN person p ON p.loginId = q.loginId
      WHERE s.openPersonId IS NOT NULL AND s.stoppedOn <= ?`,
  parameters: [agencyId, on, agencyId, on, on, on],
});

/** Whose facts are asked for: a column that names a person. */
type Whose = 'volunteer.personId' | 'ba.adultId';

/**
 * With a training, an agreement and a clear check that each count on the day and last at least so long; of somebody under
 * age the check is that of the adult who goes along.
 */
function complete(day: StandingDay, until: LocalDate): SqlCondition {
  const { settings, on } = day;
  // What most people lack comes first: the others then cost one look each.
  return all(
    any(all(clear(day, until, 'volunteer.personId'), bornBy('b', adultsBirth(day))), accompanied(day, until)),
    served(day, until, 'volunteer.personId'),
    bornBy('b', yearsBefore(on, settings.minimumVolunteerAge)),
  );
}

const adultsBirth = ({ on, settings }: StandingDay): string => yearsBefore(on, settings.adultAge);

/** Of whom nobody knows the day is of no age at all; a bare comparison would be neither true nor false. */
const bornBy = (person: 'b' | 'bp', day: string): SqlCondition => ({
  sql: `COALESCE(${person}.birthDate, '9999') <= ?`,
  parameters: [day],
});

const clear = (day: StandingDay, to: LocalDate, whose: Whose): SqlCondition =>
  fact(
    day,
    'record_check',
    "f.result = 'CLEAR'",
    capped(to, Math.min(day.settings.recordCheckValidDays, RECORD_CHECK_LIMIT_DAYS)),
    whose,
  );

/** Trained, and with an agreement. */
function served(day: StandingDay, until: LocalDate, whose: Whose): SqlCondition {
  const { trainingValidDays, agreementValidDays } = day.settings;
  const agreed = (to: LocalDate) => fact(day, 'volunteer_agreement', '1 = 1', lasting(to, agreementValidDays), whose);
  const trained = (to: LocalDate) => fact(day, 'training', AFTER_FIRST, lasting(to, trainingValidDays), whose);
  return all(
    orExempt(day, 'VOLUNTEER_AGREEMENT', agreed, until, whose),
    orExempt(day, 'TRAINING', trained, until, whose),
  );
}

/** Under age, and beside an adult whose check lasts so long: a colleague with children, or a volunteer who is ready. */
function accompanied(day: StandingDay, until: LocalDate): SqlCondition {
  const { agencyId, on } = day;
  const stopped = stoppedPeople(day);
  const works = (roles: string): SqlCondition => ({
    sql: `EXISTS (SELECT 1 FROM role_assignment ra WHERE ra.agencyId = ? AND ra.personId = ba.adultId
      AND ra.role IN (${roles}) AND ra.startsOn <= ? AND (ra.endsOn IS NULL OR ra.endsOn >= ?))`,
    parameters: [agencyId, on, on],
  });
  const grown = bornBy('bp', adultsBirth(day));
  const ready = all(works("'VOLUNTEER', 'EMPLOYEE'"), served(day, on, 'ba.adultId'), grown);
  // Of a colleague whose day of birth nobody wrote down, the check itself says that they are grown up.
  const unknown: SqlCondition = { sql: 'bp.birthDate IS NULL', parameters: [] };
  const atWork = all(works("'SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR'"), any(unknown, grown));
  const adult = all(clear(day, until, 'ba.adultId'), any(atWork, ready));
  return {
    sql: `b.birthDate > ? AND EXISTS (SELECT 1 FROM beside_adult ba JOIN person bp ON bp.id = ba.adultId
      WHERE ba.agencyId = ? AND ba.openPersonId = volunteer.personId AND ba.startsOn <= ? AND bp.erasedAt IS NULL
      AND ba.adultId NOT IN (${stopped.sql}) AND ${adult.sql})`,
    parameters: [adultsBirth(day), agencyId, on, ...stopped.parameters, ...adult.parameters],
  };
}

/** A director's exemption stands in only where the facts do not carry the day by themselves; there is none from a check. */
function orExempt(
  { agencyId, on }: StandingDay,
  requirement: Exemptable,
  carries: (until: LocalDate) => SqlCondition,
  until: LocalDate,
  whose: Whose,
): SqlCondition {
  const exempt: SqlCondition = {
    sql: `EXISTS (SELECT 1 FROM eligibility_exemption e WHERE e.agencyId = ? AND e.personId = ${whose}
      AND e.requirement = ? AND e.endedAt IS NULL AND e.startsOn <= ? AND e.until >= ?)`,
    parameters: [agencyId, requirement, on, on],
  };
  return any(carries(until), until === on ? exempt : all(exempt, not(carries(on))));
}

/** A training that names no task counts for each; a standing is that of whoever accompanies a child. */
const forTask = (training: 'f' | 'g'): string =>
  `(${training}.tasks IS NULL OR ${training}.tasks LIKE '%COMPANIONSHIP%')`;

/** In-service learning renews a training, it never replaces the one before service (H6). */
const AFTER_FIRST = `${forTask('f')} AND (f.kind = 'PRE_SERVICE' OR EXISTS (SELECT 1 FROM training g
  WHERE g.agencyId = f.agencyId AND g.personId = f.personId AND g.kind = 'PRE_SERVICE' AND g.happenedOn <= f.happenedOn
  AND g.takenBackAt IS NULL AND (g.batchId IS NULL OR g.confirmedBy IS NOT NULL) AND ${forTask('g')}))`;

/** A fact of this kind that counts: not of a later day, not taken back, and confirmed where an import brought it. */
const fact = (
  { agencyId, on }: StandingDay,
  table: string,
  which: string,
  long: SqlCondition,
  whose: Whose,
): SqlCondition => ({
  sql: `EXISTS (SELECT 1 FROM ${table} f WHERE f.agencyId = ? AND f.personId = ${whose} AND f.happenedOn <= ?
    AND f.takenBackAt IS NULL AND (f.batchId IS NULL OR f.confirmedBy IS NOT NULL) AND ${which} AND ${long.sql})`,
  parameters: [agencyId, on, ...long.parameters],
});

/** Its own end decides where it has one, else the days. */
const lasting = (until: LocalDate, days: number): SqlCondition => ({
  sql: '(f.validUntil >= ? OR (f.validUntil IS NULL AND f.happenedOn >= ?))',
  parameters: [until, addDays(until, -days)],
});

/** Its own end may only shorten the days (§7.1.3). */
const capped = (until: LocalDate, days: number): SqlCondition => ({
  sql: '(f.happenedOn >= ? AND (f.validUntil IS NULL OR f.validUntil >= ?))',
  parameters: [addDays(until, -days), until],
});

/** The last day of birth with which somebody is so old; who was born on 29 February has the birthday on 1 March. */
function yearsBefore(on: LocalDate, years: number): string {
  return `${String(Number(on.slice(0, 4)) - years).padStart(4, '0')}${on.slice(4)}`;
}

const all = (...conditions: readonly SqlCondition[]): SqlCondition => ({
  sql: ['1 = 1'].concat(conditions.map(({ sql }) => `(${sql})`)).join(' AND '),
  parameters: conditions.flatMap(({ parameters }) => parameters),
});
const any = (...conditions: readonly SqlCondition[]): SqlCondition => ({
  sql: `(${conditions.map(({ sql }) => `(${sql})`).join(' OR ')})`,
  parameters: conditions.flatMap(({ parameters }) => parameters),
});
const not = ({ sql, parameters }: SqlCondition): SqlCondition => ({ sql: `NOT (${sql})`, parameters });
