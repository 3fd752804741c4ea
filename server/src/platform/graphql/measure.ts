// Weighs a parsed document before it is validated: one walk, each fragment once, so that a refusal costs little.
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { DEFAULT_PAGE } from './connection.js';
import { ASSUMED_LIST, LIMITS } from './limits.js';
import { refuse, type Refusal } from './refusal.js';

/** A variable that says how long a page is; its value is known only with the request. */
export interface PageVariable {
  readonly name: string;
  readonly fallback: number | undefined;
}

export interface Measured {
  readonly pageVariables: readonly PageVariable[];
  readonly usesConditions: boolean;
  /** Whether a variable stands inside the object or list of an argument. */
  readonly nestsVariables: boolean;
  readonly introspects: boolean;
}

interface Weight {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly fields: number;
  readonly cost: number;
}

const NOTHING: Weight = { depth: 0, aliases: 0, directives: 0, fields: 0, cost: 0 };
const PAGE_SIZES = new Set(['first', 'last']);

/** What execution needs to know of a document, or why it is too large. */
export function measure(document: DocumentNode, schema: GraphQLSchema): Measured | Refusal {
  try {
    return new Scale(document, schema).weigh();
  } catch (found) {
    if (found instanceof TooMuch) return found.refusal;
    throw found;
  }
}

class TooMuch extends Error {
  constructor(readonly refusal: Refusal) {
    super();
  }
}

function tooMuch(code: string, message: string, limit?: number): never {
  throw new TooMuch(refuse(400, code, message, limit === undefined ? {} : { limit }));
}

class Scale {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #weighed = new Map<string, Weight>();
  readonly #open = new Set<string>();
  readonly #pageVariables = new Set<string>();
  #usesConditions = false;
  #nestsVariables = false;
  #introspects = false;

  constructor(
    private readonly document: DocumentNode,
    private readonly schema: GraphQLSchema,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
    }
  }

  weigh(): Measured {
    if (this.#fragments.size > LIMITS.fragments) {
      tooMuch('TOO_MANY_FRAGMENTS', `Use at most ${LIMITS.fragments} fragments.`, LIMITS.fragments);
    }
    const operations = this.document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    const weights = operations.map((node) => {
      const own = { ...NOTHING, directives: node.directives?.length ?? 0 };
      return together(own, this.#selections(node.selectionSet, this.schema.getRootType(node.operation), false));
    });
    // A fragment that nothing uses is refused by validation; weighed here, so that even a circle among such ends at once.
    for (const fragment of this.#fragments.values()) this.#fragment(fragment.name.value, false);
    this.#judge(weights.reduce(together, NOTHING));
    const pageVariables = [...this.#pageVariables].map((name) => ({ name, fallback: fallbackOf(operations, name) }));
    return {
      pageVariables,
      usesConditions: this.#usesConditions,
      nestsVariables: this.#nestsVariables,
      introspects: this.#introspects,
    };
  }

  #judge({ depth, aliases, directives, fields, cost }: Weight): void {
    const deepest = this.#introspects ? LIMITS.introspectionDepth : LIMITS.depth;
    if (depth > deepest)
      tooMuch('QUERY_TOO_DEEP', `Ask for at most ${deepest} levels of fields; split the query.`, deepest);
    if (aliases > LIMITS.aliases) {
      tooMuch('TOO_MANY_ALIASES', `Use at most ${LIMITS.aliases} aliases; send several operations.`, LIMITS.aliases);
    }
    if (directives > LIMITS.directives) {
      tooMuch('TOO_MANY_DIRECTIVES', `Use at most ${LIMITS.directives} directives.`, LIMITS.directives);
    }
    if (fields > LIMITS.fields) {
      tooMuch(
        'TOO_MANY_FIELDS',
        `Ask for at most ${LIMITS.fields} fields, fragments laid out; split the query.`,
        LIMITS.fields,
      );
    }
    if (cost > LIMITS.cost) {
      tooMuch(
        'QUERY_TOO_COSTLY',
        'The answer could grow too large; ask for smaller pages or fewer fields.',
        LIMITS.cost,
      );
    }
  }

  #selections(set: SelectionSetNode, type: GraphQLNamedType | undefined | null, insidePage: boolean): Weight {
    return set.selections.reduce((sum, node) => together(sum, this.#selection(node, type, insidePage)), NOTHING);
  }

  #selection(node: SelectionNode, type: GraphQLNamedType | undefined | null, insidePage: boolean): Weight {
    const directives = node.directives?.length ?? 0;
    if (directives > 0) this.#usesConditions = true;
    const own = { ...NOTHING, directives };
    switch (node.kind) {
      case Kind.FIELD:
        return together(own, this.#field(node, type, insidePage));
      case Kind.INLINE_FRAGMENT: {
        const condition = node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : type;
        return together(own, this.#selections(node.selectionSet, condition, insidePage));
      }
      case Kind.FRAGMENT_SPREAD:
        return together(own, this.#fragment(node.name.value, insidePage));
    }
  }

  #fragment(name: string, insidePage: boolean): Weight {
    const key = insidePage ? `${name} inside` : name;
    const known = this.#weighed.get(key);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    if (!fragment) return NOTHING;
    if (this.#open.has(name)) tooMuch('FRAGMENT_CYCLE', 'A fragment must not contain itself.');
    this.#open.add(name);
    const type = this.schema.getType(fragment.typeCondition.name.value);
    const inner = this.#selections(fragment.selectionSet, type, insidePage);
    const weight = together({ ...NOTHING, directives: fragment.directives?.length ?? 0 }, inner);
    this.#open.delete(name);
    this.#weighed.set(key, weight);
    return weight;
  }

  #field(node: FieldNode, parent: GraphQLNamedType | undefined | null, insidePage: boolean): Weight {
    const name = node.name.value;
    this.#nestsVariables ||=
      node.arguments?.some(({ value }) => value.kind !== Kind.VARIABLE && holdsVariable(value)) ?? false;
    if (name === '__schema' || name === '__type') this.#introspects = true;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const size = this.#size(node, field, insidePage);
    const type = field && getNamedType(field.type);
    const pages = field?.args.some((argument) => PAGE_SIZES.has(argument.name)) ?? false;
    const inner = node.selectionSet
      ? this.#selections(node.selectionSet, type && isCompositeType(type) ? type : undefined, pages)
      : NOTHING;
    return {
      depth: 1 + inner.depth,
      aliases: (node.alias ? 1 : 0) + inner.aliases,
      directives: inner.directives,
      fields: 1 + inner.fields,
      cost: 1 + size * inner.cost,
    };
  }

  /** How many members the field may answer with: 1 where it is no list, or the list of a page that was counted above. */
  #size(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined, insidePage: boolean): number {
    if (!field) return 1;
    if (field.args.some((argument) => PAGE_SIZES.has(argument.name))) {
      const given = node.arguments?.find((argument) => PAGE_SIZES.has(argument.name.value));
      return given ? this.#pageSize(given.value) : DEFAULT_PAGE;
    }
    return isListType(getNullableType(field.type)) && !insidePage ? ASSUMED_LIST : 1;
  }

  #pageSize(value: ValueNode): number {
    if (value.kind === Kind.VARIABLE) {
      this.#pageVariables.add(value.name.value);
      return LIMITS.page;
    }
    if (value.kind !== Kind.INT) return DEFAULT_PAGE;
    const size = Number(value.value);
    if (size > LIMITS.page)
      tooMuch('LIST_TOO_LARGE', `Ask for at most ${LIMITS.page} at once, then for the next page.`, LIMITS.page);
    return Math.max(size, 1);
  }
}

function together(a: Weight, b: Weight): Weight {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    fields: a.fields + b.fields,
    cost: a.cost + b.cost,
  };
}

function holdsVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(holdsVariable);
    case Kind.OBJECT:
      return value.fields.some((field) => holdsVariable(field.value));
    default:
      return false;
  }
}

function fallbackOf(operations: readonly OperationDefinitionNode[], name: string): number | undefined {
  const values = operations
    .flatMap((operation) => operation.variableDefinitions ?? [])
    .filter((definition) => definition.variable.name.value === name)
    .map((definition) => (definition.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : 0));
  return values.length > 0 ? Math.max(...values) : undefined;
}
