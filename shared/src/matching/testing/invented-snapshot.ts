// Invented volunteers and children from a seed, with gaps in what is known of them, as rosters have.
import type { Gender, MatchChild, MatchRules, MatchSnapshot, MatchVolunteer, PairOfIds, WeeklyTime } from '../types.js';
import type { Seeded } from './small-problem.js';

const LANGUAGES = ['MANDARIN', 'WU', 'SICHUANESE', 'HAKKA'];
const SKILLS = ['MATHS', 'READING', 'LISTENING', 'SPORTS', 'ART'];
const NEEDS = ['STUDY', 'EMOTION', 'PEERS', 'INTERESTS'];
const GENDERS: readonly Gender[] = ['FEMALE', 'MALE'];

export interface Size {
  readonly volunteers: number;
  readonly children: number;
  readonly supervisors: number;
  /** Edge of the square city, in metres; 20 km where missing. */
  readonly city?: number;
  readonly travelBudget?: number;
}

export const RULES: MatchRules = { minimumCommonMinutes: 60, allowOtherGender: false };

export function inventSnapshot(random: Seeded, size: Size): MatchSnapshot {
  const volunteers = ids('v', size.volunteers).map((id) => inventVolunteer(random, id, size));
  const children = ids('c', size.children).map((id) => inventChild(random, id, size));
  const pairs = (count: number): PairOfIds[] =>
    volunteers.length === 0 || children.length === 0
      ? []
      : Array.from({ length: count }, () => ({
          volunteerId: random.pick(volunteers).id,
          childId: random.pick(children).id,
        }));
  return {
    serviceDate: '2026-12-01',
    volunteers,
    children,
    supervisors: ids('s', size.supervisors).map((id) => ({ id, places: random.next(9) })),
    locks: pairs(random.next(2)),
    vetoes: pairs(random.next(4)),
    earlierPairs: pairs(random.next(3)),
  };
}

export function inventVolunteer(random: Seeded, id: string, size: Size): MatchVolunteer {
  return {
    id,
    gender: random.chance(10) ? undefined : random.pick(GENDERS),
    languages: some(random, LANGUAGES),
    skills: some(random, SKILLS),
    freeTimes: times(random),
    ...whereabouts(random, size),
    travelBudget: random.next(2 * (size.travelBudget ?? 12_000)),
    places: random.next(4),
    supervisorId: size.supervisors === 0 || random.chance(25) ? undefined : `s${random.next(size.supervisors)}`,
    eligible: !random.chance(15),
  };
}

export function inventChild(random: Seeded, id: string, size: Size): MatchChild {
  return {
    id,
    gender: random.pick(GENDERS),
    languages: some(random, LANGUAGES),
    needs: some(random, NEEDS),
    freeTimes: times(random),
    ...whereabouts(random, size),
    priority: 1 + random.next(5),
    waitingDays: random.next(400),
    companionGender: random.chance(20) ? random.pick(GENDERS) : undefined,
  };
}

/** The same snapshot with every list in another order. */
export function shuffled(random: Seeded, snapshot: MatchSnapshot): MatchSnapshot {
  return {
    serviceDate: snapshot.serviceDate,
    volunteers: random.shuffle(
      snapshot.volunteers.map((v) => ({
        ...v,
        languages: random.shuffle(v.languages),
        skills: random.shuffle(v.skills),
        freeTimes: random.shuffle(v.freeTimes),
      })),
    ),
    children: random.shuffle(
      snapshot.children.map((c) => ({
        ...c,
        languages: random.shuffle(c.languages),
        needs: random.shuffle(c.needs),
        freeTimes: random.shuffle(c.freeTimes),
      })),
    ),
    supervisors: random.shuffle(snapshot.supervisors),
    locks: random.shuffle(snapshot.locks),
    vetoes: random.shuffle(snapshot.vetoes),
    earlierPairs: random.shuffle(snapshot.earlierPairs ?? []),
  };
}

const ids = (kind: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${kind}${i}`);

function some(random: Seeded, codes: readonly string[]): string[] {
  const chosen = codes.filter(() => random.chance(50));
  return chosen.length === 0 && random.chance(90) ? [random.pick(codes)] : chosen;
}

/** One to eight spans, some off the quarter hour, some overlapping. */
function times(random: Seeded): WeeklyTime[] {
  return Array.from({ length: 1 + random.next(8) }, () => {
    const startMinute = 8 * 60 + random.next(48) * 15 + (random.chance(10) ? random.next(15) : 0);
    return { weekday: 1 + random.next(7), startMinute, endMinute: Math.min(1440, startMinute + 30 + random.next(200)) };
  });
}

function whereabouts(random: Seeded, { city = 20_000 }: Size): Pick<MatchChild, 'area' | 'place'> {
  const area = `area ${random.next(6)}`;
  return random.chance(10) ? { area } : { area, place: { x: random.next(city), y: random.next(city) } };
}
