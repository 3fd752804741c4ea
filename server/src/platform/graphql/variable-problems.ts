// Says which variable cannot be used and why, without repeating what was sent: it may be somebody's phone number.
import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isLeafType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
  isEnumType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

/** One error a wrong value, none where all can be used. */
export function variableProblems(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  return (operation.variableDefinitions ?? []).flatMap((definition) => problemsOf(schema, definition, given));
}

function problemsOf(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) return [badVariable(`$${name}`, 'has a type that no input can have')];
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  if (value === undefined) {
    const missing = isNonNullType(type) && !definition.defaultValue;
    return missing ? [badVariable(`$${name}`, `is required, as ${String(type)}`)] : [];
  }
  const problems: GraphQLError[] = [];
  coerceInputValue(value, type, (path, _invalid, error) => {
    const place = [`$${name}`, ...path].join('.');
    problems.push(badVariable(place, reason(typeAt(type, path), error)));
  });
  return problems;
}

/** Messages of the library repeat the value of a leaf; those of our own scalars, and of objects, do not. */
function reason(type: GraphQLInputType | undefined, error: GraphQLError): string {
  const leaf =
    type && isLeafType(getNamedType(type)) && !isListType(getNullableType(type)) ? getNamedType(type) : undefined;
  const repeatsValue =
    leaf && (isSpecifiedScalarType(leaf) || isEnumType(leaf) || typeof error.extensions['code'] !== 'string');
  if (repeatsValue) return isEnumType(leaf) ? `is none of the words of ${leaf.name}` : `is not usable as ${leaf.name}`;
  return `cannot be used: ${error.message.replace(/ Did you mean .*/, '')}`;
}

function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType | undefined {
  let current: GraphQLInputType | undefined = type;
  for (const step of path) {
    const bare: GraphQLInputType | undefined = current && getNullableType(current);
    if (isListType(bare)) current = bare.ofType;
    else if (isInputObjectType(bare)) current = bare.getFields()[String(step)]?.type;
    else return undefined;
  }
  return current;
}

const badVariable = (place: string, what: string) =>
  new GraphQLError(`Variable ${place} ${what}.`.replace('..', '.'), {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
