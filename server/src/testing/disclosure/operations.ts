// Operations made from the schema itself: whatever a root field can answer with is asked for.
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  parse,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

import { measure } from '../../platform/graphql/measure.js';
import { isRefusal } from '../../platform/graphql/refusal.js';

export type Field = GraphQLField<unknown, unknown>;

/** What is asked of one type: each field under the name that its value comes back with. */
export interface Selection {
  readonly members: readonly Member[];
}
interface Member {
  readonly type: GraphQLObjectType;
  readonly fields: readonly Selected[];
}
export interface Selected {
  readonly key: string;
  readonly field: Field;
  readonly inner: Selection | undefined;
}

const DEEPEST = 9;
/** Members asked for of the list at the root: all of a small world, or a few of them and more of what hangs on each. */
const PAGES = [20, 2] as const;
const INNER_PAGE = 2;

/** A root field with something to ask for; undefined inside for a root that answers with a value. */
export interface Question {
  readonly selection: Selection | undefined;
  readonly page: number;
}

/** Everything behind a root field, as deep as the server's limits allow: wide first, then deep where that is deeper. */
export function questionsTo(schema: GraphQLSchema, kind: 'query' | 'mutation', root: Field): Question[] {
  const type = getNamedType(root.type);
  if (!isCompositeType(type)) return [{ selection: undefined, page: PAGES[0] }];
  const fits = (question: Question) => {
    const text = operationText(
      kind,
      root,
      root.args.map((argument) => argument.name).filter((name) => name !== 'first'),
      question,
    );
    return !isRefusal(measure(parse(text), schema));
  };
  const selections = new Map<number, Selection>();
  const ofDepth = (depth: number) => {
    const known = selections.get(depth) ?? select(schema, type, depth, []);
    selections.set(depth, known);
    return known;
  };
  // From the shallow end: what lies deeper holds more, so that the first that is too much ends the search.
  const depths = PAGES.map((page) => {
    let deepest: { depth: number; question: Question } | undefined;
    for (let depth = 1; depth <= DEEPEST; depth++) {
      const question = { selection: ofDepth(depth), page };
      if (!fits(question)) break;
      deepest = { depth, question };
    }
    if (!deepest) throw new Error(`no operation that asks ${root.name} for anything stays within the server's limits`);
    return deepest;
  });
  return depths.filter(({ depth }, index) => depth > (depths[index - 1]?.depth ?? 0)).map(({ question }) => question);
}

function select(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, path: readonly string[]): Selection {
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  const clashing = clashes(types);
  const members = types.map((one) => ({
    type: one,
    fields: Object.values(one.getFields()).flatMap((field): Selected[] => {
      const inner = getNamedType(field.type);
      const key = clashing.has(field.name) ? `${one.name}_${field.name}` : field.name;
      if (!isCompositeType(inner)) return [{ key, field, inner: undefined }];
      // A type inside itself would go on for ever; what it holds is asked for where it stands first.
      if (depth === 0 || path.includes(inner.name)) return [];
      const selection = select(schema, inner, depth - 1, [...path, one.name]);
      return selection.members.some((member) => member.fields.length > 0) ? [{ key, field, inner: selection }] : [];
    }),
  }));
  return { members };
}

/** Names that two members give to fields of different types: they need an alias each. */
function clashes(types: readonly GraphQLObjectType[]): ReadonlySet<string> {
  const seen = new Map<string, string>();
  const found = new Set<string>();
  for (const field of types.flatMap((type) => Object.values(type.getFields()))) {
    const known = seen.get(field.name) ?? String(field.type);
    if (known !== String(field.type)) found.add(field.name);
    seen.set(field.name, known);
  }
  return found;
}

/** `query ($a0: ID!) { child(id: $a0) { … } }` */
export function operationText(
  kind: 'query' | 'mutation',
  root: Field,
  args: readonly string[],
  { selection, page: pageSize }: Question,
): string {
  const used = root.args.filter((argument) => args.includes(argument.name));
  const declared = used.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = used.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const page = takesPage(root) && !args.includes('first') ? `first: ${pageSize}` : '';
  const list = [passed, page].filter((one) => one !== '').join(', ');
  const call = `${root.name}${list && `(${list})`}`;
  return `${kind} ${declared && `(${declared})`} { answer: ${call} ${selection ? print(selection) : ''} }`;
}

const takesPage = (field: Field) => field.args.some((argument) => argument.name === 'first');

function print({ members }: Selection): string {
  const inside = members.map(({ type, fields }) => `... on ${type.name} { ${fields.map(printField).join(' ')} }`);
  return `{ __typename ${inside.join(' ')} }`;
}

function printField({ key, field, inner }: Selected): string {
  const alias = key === field.name ? '' : `${key}: `;
  return `${alias}${field.name}${takesPage(field) ? `(first: ${INNER_PAGE})` : ''}${inner ? ` ${print(inner)}` : ''}`;
}

/** Each value that came back, with its type's field; objects are entered once `enter` has seen them. */
export function* valuesOf(selection: Selection, value: unknown, parent: Visited | undefined): Generator<Visited> {
  if (Array.isArray(value)) {
    for (const one of value) yield* valuesOf(selection, one, parent);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const object = value as Readonly<Record<string, unknown>>;
  const member = selection.members.find(({ type }) => type.name === object['__typename']);
  if (!member) throw new Error(`BUG: an answer of a type that was not asked for: ${String(object['__typename'])}`);
  for (const { key, field, inner } of member.fields) {
    const found = object[key];
    if (found === null || found === undefined || (Array.isArray(found) && found.length === 0)) continue;
    const visited: Visited = { type: member.type, field, value: found, object, parent };
    yield visited;
    if (inner) yield* valuesOf(inner, found, visited);
  }
}

export interface Visited {
  readonly type: GraphQLObjectType;
  readonly field: Field;
  readonly value: unknown;
  /** The object that holds the value. */
  readonly object: Readonly<Record<string, unknown>>;
  readonly parent: Visited | undefined;
}
