import { isInterfaceType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';

/** What Nest calls the function that it gives to each field that has no resolver of its own. */
const DEFAULT_RESOLVER = 'rootFieldResolver';

/**
 * Takes the default resolver off every field that only reads the property of its own name: the library does the same by
 * itself, and a compiled operation then reads the property in place, without a call for each value.
 */
export function plainFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (readsOwnName(field)) delete field.resolve;
    }
  }
}

/** Found out by asking it: a field under another name, or with a default, keeps its resolver. */
function readsOwnName({ name, resolve }: GraphQLField<unknown, unknown>): boolean {
  if (resolve?.name !== DEFAULT_RESOLVER) return false;
  const asked: (string | symbol)[] = [];
  const probe = new Proxy({}, { get: (_, key) => void asked.push(key) });
  const answer: unknown = (resolve as (source: object) => unknown)(probe);
  return answer === undefined && asked.length > 0 && asked.every((key) => key === name);
}
