// The families of the demo's children: who lives together, what happened, what they need, how a child came, one move.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  addDays,
  ageOn,
  type AgencyId,
  type HouseholdId,
  type LocalDate,
  type PersonId,
} from '@tongxing/shared/kernel';
import type {
  ChildCategory,
  EducationLevel,
  FamilyDomain,
  FamilyForm,
  HouseholdRelation,
  MajorEventKind,
  SchoolStage,
} from '@tongxing/shared/rules';
import {
  Child,
  ChildrenRepository,
  HouseholdPeople,
  Households,
  HouseholdWriter,
  type ChildView,
  type NewHousehold,
} from '../children/index.js';
import { allRows, type PersonActor } from '../platform/access/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { chance, type Chance } from './cohorts/chance.js';
import { must } from './must.js';

const SEED = 20_260_318;
/** Families whom nobody has visited yet: their children have no household. */
const NOT_VISITED = 3;
/** Families who have moved since they are known. */
const MOVED = 2;

const RELATIONS: Readonly<Record<string, HouseholdRelation>> = {
  母亲: 'MOTHER',
  父亲: 'FATHER',
  祖母: 'GRANDMOTHER',
  外祖父: 'GRANDFATHER',
};
const FORMS: readonly FamilyForm[] = ['TWO_PARENT', 'TWO_PARENT', 'TWO_PARENT', 'SINGLE_PARENT', 'BLENDED'];
const SCHOOLING: readonly EducationLevel[] = [
  'PRIMARY',
  'JUNIOR',
  'JUNIOR',
  'SENIOR',
  'LITERACY_CLASS',
  'NO_SCHOOLING',
];
const EVENTS: readonly MajorEventKind[] = ['ILLNESS', 'ILLNESS', 'DIVORCE', 'ACCIDENT', 'OTHER'];
const DOMAINS: readonly FamilyDomain[] = [
  'STUDY',
  'HOUSING',
  'MEDICAL',
  'WORK',
  'NEIGHBOUR_SUPPORT',
  'FAMILY_EDUCATION',
];
const PROVINCES = ['安徽', '江苏', '河南', '四川', '湖北'] as const;
const CHANNELS = [
  { discoveryChannel: 'SCHOOL', referrer: '班主任' },
  { discoveryChannel: 'COMMUNITY', referrer: '居委会儿童主任' },
  { discoveryChannel: 'PEERS', referrer: '同学家长' },
  { discoveryChannel: 'OWN_SERVICES', referrer: '周末阅读活动' },
  { discoveryChannel: 'OUTREACH', referrer: '秋季走访' },
] as const;
const CATEGORIES: readonly (readonly ChildCategory[])[] = [
  ['MIGRANT'],
  ['MIGRANT'],
  ['MIGRANT', 'ECONOMIC_SUPPORT'],
  ['LEFT_BEHIND'],
];
const LEVELS = ['LEVEL_1', 'LEVEL_1', 'LEVEL_2', 'LEVEL_3'] as const;
const LANES = ['柳荫巷', '晨光里', '石桥弄', '望湖村'] as const;

@Injectable()
export class DemoFamilies {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly children: ChildrenRepository,
    private readonly households: Households,
    private readonly people: HouseholdPeople,
    private readonly writer: HouseholdWriter,
  ) {}

  async settle(worker: PersonActor, today: LocalDate): Promise<void> {
    const { agencyId } = worker;
    const dice = chance(SEED);
    const families = [...familiesOf(await this.children.all(allRows(agencyId))).values()];
    const visited = families.slice(NOT_VISITED);
    // All at once: one by one, as the page does it, takes a second that every start would wait for.
    const ids = await this.work.run({ kind: 'system', agencyId, name: 'demo' }, async () => {
      for (const child of families.flat()) await this.#intake(agencyId, child, dice, today);
      return this.#record(worker, visited, dice, today);
    });
    for (const [index, householdId] of ids.slice(0, MOVED).entries()) {
      const areaCode = visited[index]?.[0]?.areaCode;
      const move = { since: addDays(today, -40), areaCode, address: addressOf(dice) };
      must(await this.households.move(worker, householdId, move), 'move a family');
    }
  }

  async #record(
    { agencyId, personId: recordedBy }: PersonActor,
    families: readonly (readonly ChildView[])[],
    dice: Chance,
    today: LocalDate,
  ): Promise<HouseholdId[]> {
    const homes = families.map((children) => homeOf(children, dice));
    const known = await this.people.findOrAdd(
      agencyId,
      homes.flatMap(({ adults }) => adults.map(({ name, phone }) => ({ name, phone }))),
    );
    const personIds = known.values();
    const households = homes.map(({ children, adults, familyForm, size }): NewHousehold => {
      const since = addDays(today, -dice.between(120, 360));
      const [{ areaCode, officeId }] = children;
      return {
        familyForm,
        size,
        officeId,
        originProvince: dice.pick(PROVINCES),
        address: { areaCode, address: addressOf(dice), since },
        members: [
          ...children.map(({ person }) => ({ personId: person.id, relation: 'CHILD' as const, since })),
          ...adults.map(({ relation, education, isCaregiver }) => {
            const personId = next(personIds);
            return { personId, relation, education, isGuardian: true, isCaregiver, since };
          }),
        ],
        events: eventsOf(dice, today, recordedBy),
        needs: needsOf(dice, today),
      };
    });
    // What the children's own files said of their guardians stands in the household now: one fact, one place.
    const childIds = families.flat().map(({ id }) => id);
    const nothing = { guardianNameSealed: null, guardianPhoneSealed: null, guardianRelationSealed: null };
    await this.database.repository(Child).update({ agencyId, id: In(childIds) }, nothing);
    return this.writer.addAll(agencyId, households);
  }

  #intake(agencyId: AgencyId, child: ChildView, dice: Chance, today: LocalDate): Promise<void> {
    return this.children.changeIntake(agencyId, child, child.school, {
      ...dice.pick(CHANNELS),
      discoveredOn: child.waitingSince,
      categories: dice.pick(CATEGORIES),
      difficultyLevel: dice.pick(LEVELS),
      schoolStage: stageOf(child, today),
      registration: dice.below(4) === 0 ? 'URBAN' : 'RURAL',
    });
  }
}

interface Adult {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly relation: HouseholdRelation;
  readonly education: EducationLevel;
  readonly isCaregiver: boolean;
}
interface Home {
  readonly children: readonly [ChildView, ...ChildView[]];
  readonly adults: readonly Adult[];
  readonly familyForm: FamilyForm;
  readonly size: number;
}

/** Who lives together, as far as the children's files and chance say it. */
function homeOf([first, ...siblings]: readonly ChildView[], dice: Chance): Home {
  if (!first) throw new Error('BUG: a family of the demo without a child');
  const { name = '家长', phone, relation: word = '' } = first.guardian;
  const relation = RELATIONS[word] ?? 'OTHER';
  const elder = relation === 'GRANDMOTHER' || relation === 'GRANDFATHER';
  const familyForm = elder ? 'GRANDPARENT_LED' : dice.pick(FORMS);
  const guardian: Adult = { name, phone, relation, education: dice.pick(SCHOOLING), isCaregiver: true };
  const partner: Adult = {
    name: `${first.person.name.slice(0, 1)}${relation === 'MOTHER' ? '先生' : '女士'}`,
    relation: relation === 'MOTHER' ? 'FATHER' : 'MOTHER',
    education: dice.pick(SCHOOLING),
    isCaregiver: false,
  };
  return {
    children: [first, ...siblings],
    adults: familyForm === 'TWO_PARENT' ? [guardian, partner] : [guardian],
    familyForm,
    size: 1 + siblings.length + (familyForm === 'SINGLE_PARENT' ? 1 : 2) + dice.below(2),
  };
}

/** Something happened to about half of them. */
function eventsOf(dice: Chance, today: LocalDate, recordedBy: PersonId): NewHousehold['events'] {
  if (dice.below(2) === 0) return [];
  return [{ kind: dice.pick(EVENTS), happenedOn: addDays(today, -dice.between(60, 900)), recordedBy }];
}

function needsOf(dice: Chance, today: LocalDate): NewHousehold['needs'] {
  const since = addDays(today, -90);
  const domains = dice.shuffle(DOMAINS).slice(0, dice.between(1, 3));
  return domains.map((domain, rank) => ({ domain, priority: 5 - rank, since }));
}

const addressOf = (dice: Chance) => `${dice.pick(LANES)}${dice.between(1, 60)}号`;

function next<T>(of: Iterator<T>): T {
  const step = of.next();
  if (step.done) throw new Error('BUG: fewer people were added than there are');
  return step.value;
}

/** Children of one guardian's phone are of one family. */
function familiesOf(children: readonly ChildView[]): ReadonlyMap<string, ChildView[]> {
  const families = new Map<string, ChildView[]>();
  for (const child of children) {
    const key = child.guardian.phone ?? child.id;
    families.set(key, [...(families.get(key) ?? []), child]);
  }
  return families;
}

function stageOf({ person: { birthDate } }: ChildView, today: LocalDate): SchoolStage | undefined {
  if (birthDate === undefined) return undefined;
  return ageOn(birthDate, today) < 12 ? 'PRIMARY' : 'JUNIOR';
}
