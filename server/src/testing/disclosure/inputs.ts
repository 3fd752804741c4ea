// Plausible values for every argument of the schema, by type and name; ids are found out from what the schema says.
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Field } from './operations.js';

/** One place of an id in the arguments of a root field, nested ones too. */
export interface IdSlot {
  readonly path: readonly string[];
  /** Type whose ids it takes; undefined where the schema does not tell. */
  readonly type: string | undefined;
  /** Whether the operation means nothing without it. */
  readonly required: boolean;
}

/** What certain names mean, wherever they stand. Everything else is filled by its type. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  key: 'renewalWindowDays',
  value: '31',
  validUntil: '2027-11-01',
  childAnsweredOn: '2026-11-22',
  closingTalkOn: '2026-11-22',
  contactsPerMonth: 4,
  locale: 'ZH_CN',
  reason: '孩子搬家了',
  childAnswer: 'YES',
  method: 'SIGNATURE',
  relation: 'MOTHER',
  agree: false,
  // Behind a mean are all households, whatever they are like.
  figure: 'HOUSEHOLD_SIZE',
  part: 'ALL',
  // What every child of the world is called: a search that finds nobody would tell nothing.
  query: '童',
};
const BY_SCALAR: Readonly<Record<string, unknown>> = {
  String: '一个可以用的值',
  Int: 1,
  Float: 1,
  Boolean: true,
  ID: '',
  LocalDate: '2026-11-22',
  DateTime: '2026-11-22T02:00:00.000Z',
  Fen: '100',
};

/** Arguments of a root field by name, ids left empty; optional ones only where their name is known. */
export function plausibleArguments(root: Field): Record<string, unknown> {
  const known = root.args.filter(({ name, type }) => isNonNullType(type) || name in BY_NAME);
  return Object.fromEntries(known.map(({ name, type }) => [name, plausible(name, type)]));
}

function plausible(name: string, type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [plausible(name, nullable.ofType)];
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const filled = fields.filter((field) => isNonNullType(field.type) || field.name in BY_NAME);
    return Object.fromEntries(filled.map((field) => [field.name, plausible(field.name, field.type)]));
  }
  const known = BY_NAME[name];
  if (isEnumType(nullable)) {
    const words = nullable.getValues().map((value) => value.name);
    return words.includes(String(known)) ? known : words[0];
  }
  const ofType = BY_SCALAR[getNamedType(type).name] ?? '';
  return typeof known === typeof ofType ? known : ofType;
}

/** Every id that a root field takes. */
export function idSlots(schema: GraphQLSchema, root: Field): IdSlot[] {
  const inside = (type: GraphQLInputType, path: readonly string[], outer: boolean): IdSlot[] => {
    const required = outer && isNonNullType(type);
    const named = getNamedType(type);
    if (named.name === 'ID') return [{ path, type: idType(schema, root, path.at(-1) ?? ''), required }];
    if (!isInputObjectType(named)) return [];
    return Object.values(named.getFields()).flatMap((field) => inside(field.type, [...path, field.name], required));
  };
  return root.args.flatMap((argument) => inside(argument.type, [argument.name], true));
}

/** `childId` → Child; `proposalId` → MatchProposal; `id` of `child` → Child; `id` of `markNoticeRead` → Notice. */
function idType(schema: GraphQLSchema, root: Field, name: string): string | undefined {
  const withId = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && 'id' in type.getFields());
  const names = withId.map((type) => type.name);
  const stem = name.replace(/Ids?$/, '').replace(/^id$/, '').toLowerCase();
  if (stem !== '') {
    const lower = (one: string) => one.toLowerCase();
    const found = names.find((one) => lower(one) === stem) ?? names.find((one) => lower(one).endsWith(stem));
    // A thing that no answer shows, such as a person, goes by the name of its argument.
    return found ?? name.charAt(0).toUpperCase() + name.slice(1).replace(/Ids?$/, '');
  }
  const answer = getNamedType(root.type);
  const members = isUnionType(answer) ? answer.getTypes().map((type) => type.name) : [answer.name];
  const answered = members.find((one) => names.includes(one));
  return answered ?? names.filter((one) => root.name.includes(one)).sort((a, b) => b.length - a.length)[0];
}

export type Arguments = Readonly<Record<string, unknown>>;

/** The same arguments with an id at its place. */
export function withId(args: Arguments, path: readonly string[], id: string): Arguments {
  const [first, ...rest] = path;
  if (first === undefined) return args;
  const inner: unknown = rest.length === 0 ? put(args[first], id) : withId((args[first] ?? {}) as Arguments, rest, id);
  return { ...args, [first]: inner };
}

const put = (before: unknown, id: string) => (Array.isArray(before) ? [id] : id);

/** The version that a change must name: that of the row as it stands. */
export function withVersion(args: Readonly<Record<string, unknown>>, version: unknown): Record<string, unknown> {
  const entries = Object.entries(args).map(([name, value]) => {
    if (name === 'version') return [name, typeof version === 'number' ? version : 0];
    const nested = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [name, nested ? withVersion(value as Record<string, unknown>, version) : value];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}
