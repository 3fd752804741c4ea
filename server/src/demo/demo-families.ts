// The families of the demo's children: who lives together, what happened, what they need, how a child came, one move.
import { Injectable } from '@nestjs/common';
import { addDays, ageOn, type AgencyId, type HouseholdId, type LocalDate } from '@tongxing/shared/kernel';
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
  ChildrenRepository,
  FamilyNeed,
  HouseholdEvent,
  Households,
  HouseholdWriter,
  type ChildView,
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

interface Visited {
  readonly householdId: HouseholdId;
  readonly areaCode: string | undefined;
}

@Injectable()
export class DemoFamilies {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly children: ChildrenRepository,
    private readonly households: Households,
    private readonly writer: HouseholdWriter,
  ) {}

  async settle(worker: PersonActor, today: LocalDate): Promise<void> {
    const dice = chance(SEED);
    const families = [...familiesOf(await this.children.all(allRows(worker.agencyId))).values()];
    const visited: Visited[] = [];
    for (const children of families.slice(NOT_VISITED)) visited.push(await this.#record(worker, children, dice, today));
    await this.work.run({ kind: 'system', agencyId: worker.agencyId, name: 'demo' }, async () => {
      await this.#tell(worker, visited, dice, today);
      for (const child of families.flat()) await this.#intake(worker.agencyId, child, dice, today);
    });
    for (const { householdId, areaCode } of visited.slice(0, MOVED)) {
      const move = { since: addDays(today, -40), areaCode, address: `${dice.pick(LANES)}${dice.between(1, 60)}号` };
      must(await this.households.move(worker, householdId, move), 'move a family');
    }
  }

  async #record(worker: PersonActor, children: readonly ChildView[], dice: Chance, today: LocalDate): Promise<Visited> {
    const [first] = children;
    if (!first) throw new Error('BUG: a family of the demo without a child');
    const { name = '家长', phone, relation: word = '' } = first.guardian;
    const relation = RELATIONS[word] ?? 'OTHER';
    const elder = relation === 'GRANDMOTHER' || relation === 'GRANDFATHER';
    const familyForm = elder ? 'GRANDPARENT_LED' : dice.pick(FORMS);
    const guardian = { name, phone, relation, education: dice.pick(SCHOOLING), isGuardian: true, isCaregiver: true };
    const partner = {
      name: `${first.person.name.slice(0, 1)}${relation === 'MOTHER' ? '先生' : '女士'}`,
      relation: relation === 'MOTHER' ? ('FATHER' as const) : ('MOTHER' as const),
      education: dice.pick(SCHOOLING),
      isGuardian: true,
      isCaregiver: false,
    };
    const household = await this.households.record(worker, {
      childIds: children.map(({ id }) => id),
      adults: familyForm === 'TWO_PARENT' ? [guardian, partner] : [guardian],
      familyForm,
      size: children.length + (familyForm === 'SINGLE_PARENT' ? 1 : 2) + dice.below(2),
      originProvince: dice.pick(PROVINCES),
      areaCode: first.areaCode,
      address: `${dice.pick(LANES)}${dice.between(1, 60)}号`,
      since: addDays(today, -dice.between(120, 360)),
    });
    return { householdId: must(household, 'record a family').id, areaCode: first.areaCode };
  }

  /** What happened to about half of them, and what they need. */
  async #tell({ agencyId, personId }: PersonActor, families: readonly Visited[], dice: Chance, today: LocalDate) {
    const events = families.flatMap(({ householdId }) =>
      dice.below(2) === 0
        ? []
        : this.writer.eventRow(agencyId, householdId, {
            kind: dice.pick(EVENTS),
            happenedOn: addDays(today, -dice.between(60, 900)),
            recordedBy: personId,
          }),
    );
    await this.database.repository(HouseholdEvent).insert(events);
    const needs = families.flatMap(({ householdId }) =>
      dice
        .shuffle(DOMAINS)
        .slice(0, dice.between(1, 3))
        .map((domain, rank) =>
          this.writer.needRow(agencyId, householdId, { domain, priority: 5 - rank, since: addDays(today, -90) }),
        ),
    );
    await this.database.repository(FamilyNeed).insert(needs);
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
