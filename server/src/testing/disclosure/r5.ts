// R5: every field × role × relation. Whatever any operation answers with is held against what the matrix says.
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import {
  clearanceBy,
  clearanceOf,
  clears,
  highestOf,
  reachOf,
  type Grade,
  type Relation,
  type Resource,
} from '@tongxing/shared/permissions';
import { declarationOf, gradeOf } from '../../platform/access/index.js';
import { Asker, Root, type Answer } from './ask.js';
import { CALLED_LAST, NARROWER, NOT_CALLED } from './explained.js';
import { idSlots, plausibleArguments, withId, withVersion, type Arguments } from './inputs.js';
import { valuesOf, type Question, type Visited } from './operations.js';
import { Origins } from './origins.js';
import type { Reader } from './people.js';
import { AllRows } from './rows.js';
import type { World } from './world.js';

export interface DisclosureReport {
  /** Operations that were sent. */
  readonly cases: number;
  /** Values that came back and were judged. */
  readonly values: number;
  /** Different field × role × relation among them. */
  readonly cells: number;
  readonly undeclared: readonly string[];
  /** Root fields of `NARROWER` that did answer less. */
  readonly narrower: readonly string[];
  readonly mismatches: readonly string[];
  /** Root fields that never answered with more than a refusal. */
  readonly notExercised: readonly string[];
}

/** A value inside a field that others may read, with a grade of its own. */
const GRADED_VALUES: readonly {
  readonly of: (visited: Visited) => boolean;
  readonly resource: Resource;
  readonly grade: Grade;
}[] = [
  {
    // H8: that a record check found something is for directors; all others read that there is none.
    of: ({ type, field, value, object }) =>
      type.name === 'EligibilityFinding' &&
      field.name === 'outcome' &&
      value === 'STOPPED' &&
      object['requirement'] === 'RECORD_CHECK',
    resource: 'screening',
    grade: 'G6',
  },
];

/** Lists that leave nothing out, and the type of what they list. */
const COMPLETE_LISTS: ReadonlyMap<string, string> = new Map([
  ['children', 'Child'],
  ['households', 'Household'],
  ['volunteers', 'Volunteer'],
  ['companionships', 'Companionship'],
  ['myCompanionships', 'Companionship'],
  ['matchRuns', 'MatchRun'],
  ['importBatches', 'ImportBatch'],
]);

/** `only` leaves all root fields out but these: for a test of the measure itself. */
export async function measureDisclosure(
  world: World,
  address: string,
  only?: readonly string[],
): Promise<DisclosureReport> {
  return new Disclosure(world, new Asker(address)).run(only);
}

class Disclosure {
  readonly #undeclared = new Set<string>();
  readonly #mismatches = new Set<string>();
  readonly #narrower = new Set<string>();
  readonly #cells = new Set<string>();
  readonly #exercised = new Set<string>();
  readonly #schema: GraphQLSchema;
  readonly #origins = new Origins(() => this.#rows);
  #rows!: AllRows;
  #values = 0;

  constructor(
    private readonly world: World,
    private readonly asker: Asker,
  ) {
    this.#schema = world.app.get(GraphQLSchemaHost).schema;
  }

  async run(only?: readonly string[]): Promise<DisclosureReport> {
    this.#rows = await AllRows.read(this.world.app);
    const roots = Root.all(this.#schema).filter(
      ({ field }) => !NOT_CALLED.includes(field.name) && (only?.includes(field.name) ?? true),
    );
    for (const root of roots) if (!declarationOf(root.field)) this.#undeclared.add(root.field.name);
    const byId = (root: Root) => idSlots(this.#schema, root.field).some(({ required }) => required);
    // Lists first: they tell which table each type's ids are of.
    const queries = roots.filter((root) => root.kind === 'query');
    for (const root of queries.filter((one) => !byId(one))) await this.#askEverybody(root);
    for (const root of queries.filter(byId)) await this.#askForEachRow(root);
    const isLast = (root: Root) => CALLED_LAST.indexOf(root.field.name);
    const mutations = roots.filter((one) => one.kind === 'mutation').sort((a, b) => isLast(a) - isLast(b));
    for (const root of mutations) {
      await (byId(root) ? this.#askForEachRow(root) : this.#askEverybody(root));
    }
    return {
      cases: this.asker.asked,
      values: this.#values,
      cells: this.#cells.size,
      undeclared: [...this.#undeclared].sort(),
      narrower: [...this.#narrower].sort(),
      mismatches: [...this.#mismatches].sort(),
      notExercised: roots.map((root) => root.field.name).filter((name) => !this.#exercised.has(name)),
    };
  }

  async #askEverybody(root: Root): Promise<void> {
    for (const reader of this.world.readers) {
      const args = withVersion(plausibleArguments(root.field), this.#settingVersion(reader));
      const answer = await this.#ask(reader, root, args, root.question);
      if (COMPLETE_LISTS.has(root.field.name)) this.#compareList(reader, root, answer);
      // Deeper is asked only of those who got anything, and only where nothing is changed by asking twice.
      const again = root.kind === 'query' && this.#isAnswer(answer) ? root.questions.slice(1) : [];
      for (const question of again) await this.#ask(reader, root, args, question);
    }
  }

  /** A row of each standing, of the type that an id is of; any row will do for those without the permission. */
  async #askForEachRow(root: Root): Promise<void> {
    const slot = idSlots(this.#schema, root.field).find(({ required }) => required);
    const origin = slot?.type === undefined ? undefined : this.#origins.of(slot.type);
    if (!slot || !origin) {
      this.#undeclared.add(`${root.field.name}: whose ids ${slot?.path.join('.') ?? ''} takes`);
      return;
    }
    const rows = this.#rows.of(origin.table);
    for (const reader of this.world.readers) {
      const ids = rows.map(([id]) => id);
      for (const id of this.#mayCall(reader, root) ? this.#oneOfEachStanding(reader, root, ids) : ids.slice(0, 1)) {
        const version = this.#rows.get(id)?.columns['version'];
        const args = withVersion(
          withId(plausibleArguments(root.field), slot.path, Origins.globalId(origin.kind, id)),
          Number(version),
        );
        const answer = await this.#ask(reader, root, args, root.question);
        if (root.kind === 'query') this.#compareWithPromise(reader, root, id, answer);
      }
    }
  }

  async #ask(reader: Reader, root: Root, args: Arguments, question: Question): Promise<Answer> {
    const answer = await this.asker.ask(reader, root, args, question);
    if (answer.code === 'INTERNAL_SERVER_ERROR')
      this.#mismatches.add(`${root.field.name} fails for ${reader.name}: ${answer.text}`);
    if (this.#isAnswer(answer)) this.#exercised.add(root.field.name);
    // What changed something may have moved a row out of a relation.
    if (root.kind === 'mutation' && answer.code === undefined) await this.#rows.readAgain();
    if (question.selection) {
      const visits = [...valuesOf(question.selection, answer.value, undefined)];
      // An audit grows with every case: what is new since is read again.
      if (visits.some(({ object }) => this.#isUnknown(object))) await this.#rows.readAgain();
      for (const visited of visits) this.#judge(reader, root, visited);
    }
    this.#lookForMarks(reader, root, answer.text);
    return answer;
  }

  /** An own answer, were it that the input will not do; not a refusal that would come to any input. */
  #isAnswer({ value, code }: Answer): boolean {
    return value !== null && value !== undefined && code !== 'NOT_FOUND';
  }

  #isUnknown(object: Readonly<Record<string, unknown>>): boolean {
    const id = rowIdOf(object);
    return id !== undefined && this.#rows.get(id) === undefined;
  }

  #judge(reader: Reader, root: Root, visited: Visited): void {
    const { type, field } = visited;
    const name = `${type.name}.${field.name}`;
    if (field.name === 'id') this.#origins.learn(type.name, visited.value);
    const declared = gradeOf(type, field);
    if (!declared) {
      this.#undeclared.add(name);
      return;
    }
    this.#values += 1;
    const relations = this.#relationsOf(reader, root, visited);
    for (const relation of relations) this.#cells.add(`${name} ${reader.role ?? 'VISITOR'} ${relation}`);
    this.#require(reader, root, name, declared.resource, declared.grade, relations);
    for (const { of, resource, grade } of GRADED_VALUES) {
      if (of(visited)) this.#require(reader, root, `${name} = ${String(visited.value)}`, resource, grade, relations);
    }
  }

  #require(
    reader: Reader,
    root: Root,
    what: string,
    resource: Resource | undefined,
    grade: Grade,
    relations: readonly Relation[],
  ): void {
    if (grade === 'G0') return;
    const { role } = reader;
    const highest =
      role && resource ? highestOf(relations.map((relation) => clearanceOf(role, resource, relation))) : 'G0';
    if (clears(highest, grade)) return;
    this.#mismatches.add(
      `${reader.name} read ${what} (${grade}) by ${root.field.name}, standing to it as ${relations.join(', ') || 'a stranger'}: cleared to ${highest}`,
    );
  }

  /** How the nearest thing with an id stands to the reader; what has none around it is about the reader. */
  #relationsOf(reader: Reader, root: Root, visited: Visited): Relation[] {
    for (let one: Visited | undefined = visited; one; one = one.parent) {
      const id = rowIdOf(one.object);
      if (id === undefined) continue;
      if (!this.#rows.get(id)) this.#undeclared.add(`${one.type.name} of ${root.field.name}: no table has its id`);
      return [...this.#rows.relations(reader, id)];
    }
    return reader.role === 'GUARDIAN' || reader.role === undefined ? ['OWN'] : ['OWN', 'SAME_OFFICE', 'SAME_AGENCY'];
  }

  /** What the matrix grants must be there as well: a row in reach that answers null is a mismatch too. */
  #compareWithPromise(reader: Reader, root: Root, id: string, { value }: Answer): void {
    const came = value !== null && value !== undefined;
    if (this.#isPromised(reader, root, id) === came) return;
    if (!came && NARROWER[root.field.name]) {
      this.#narrower.add(root.field.name);
      return;
    }
    const stands = [...this.#rows.relations(reader, id)].join(', ') || 'a stranger';
    this.#mismatches.add(
      `${root.field.name} ${came ? 'answers' : 'does not answer'} ${reader.name}, who stands to ${id} as ${stands}`,
    );
  }

  /** A list holds every row in reach and no other. */
  #compareList(reader: Reader, root: Root, { value }: Answer): void {
    const table = this.#origins.of(COMPLETE_LISTS.get(root.field.name) ?? '')?.table;
    if (!table || value === null || value === undefined) return;
    const members = Array.isArray(value)
      ? value
      : (value as { edges: { node: unknown }[] }).edges.map(({ node }) => node);
    const came = members.map((member) => rowIdOf(member as Readonly<Record<string, unknown>>)).sort();
    const promised = this.#rows.of(table).map(([id]) => id);
    const expected = promised.filter((id) => this.#isPromised(reader, root, id)).sort();
    if (JSON.stringify(came) === JSON.stringify(expected)) return;
    this.#mismatches.add(
      `${root.field.name} lists ${came.length} rows to ${reader.name}, the matrix ${expected.length}`,
    );
  }

  #isPromised(reader: Reader, root: Root, id: string): boolean {
    const declared = declarationOf(root.field);
    if (!declared || 'public' in declared || !reader.role) return false;
    const reach = reachOf(reader.role, declared.permission);
    // Whom one is assigned to comes with the pair where rows go by office; otherwise the own pairs are the rows.
    const byOffice = reach?.SAME_OFFICE ?? reach?.SAME_AGENCY;
    const counts = (relation: Relation) => reach?.[relation] && !(byOffice && relation === 'ASSIGNED');
    return [...this.#rows.relations(reader, id)].some(counts);
  }

  /** Texts that tell of a child are looked for in the whole answer, wherever they may have slipped in. */
  #lookForMarks(reader: Reader, root: Root, text: string): void {
    for (const mark of this.world.marks) {
      if (!text.includes(mark.text)) continue;
      const { role } = reader;
      const relations = [...this.#rows.relations(reader, mark.childId)];
      const highest = role ? highestOf(relations.map((relation) => clearanceBy(role, relation))) : 'G0';
      if (!clears(highest, mark.grade))
        this.#mismatches.add(`${reader.name} read "${mark.text}" by ${root.field.name}`);
    }
  }

  /** Rows that differ in how they stand to the reader; where something is changed, also in the state they are in. */
  #oneOfEachStanding(reader: Reader, root: Root, ids: readonly string[]): readonly string[] {
    const chosen = new Map<string, string>();
    for (const id of ids) {
      const { agencyId, officeId, state } = this.#rows.get(id)?.columns ?? {};
      const standing = [...this.#rows.relations(reader, id)].sort();
      const key = JSON.stringify([standing, agencyId, root.kind === 'query' ? officeId : state]);
      if (!chosen.has(key)) chosen.set(key, id);
    }
    return [...chosen.values()];
  }

  #mayCall(reader: Reader, root: Root): boolean {
    const declared = declarationOf(root.field);
    if (!declared) return true;
    if ('public' in declared) return true;
    return reader.role !== undefined && reachOf(reader.role, declared.permission) !== undefined;
  }

  /** Settings have a version and no id. */
  #settingVersion(reader: Reader): number {
    const own = this.#rows.of('agency_setting').find(([, row]) => row.columns['agencyId'] === reader.agencyId);
    return Number(own?.[1].columns['version'] ?? 0);
  }
}

/** The row's id inside an object's own global id; what another reader sees of a row has the row's own name in it. */
const rowIdOf = ({ id }: Readonly<Record<string, unknown>>): string | undefined => Origins.rowId(id);
