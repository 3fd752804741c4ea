// Puts the methods of resolvers behind the fields of the schema that was made of their classes.
import { isInterfaceType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';

type Resolve = NonNullable<GraphQLField<unknown, unknown>['resolve']>;
export type ResolversByType = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Nest prints the schema, reads it again, makes a second one with the resolvers and copies them over: two fifths of a
 * start. This does the last step alone. An interface's methods serve every type that has none of its own.
 */
export function connectResolvers(schema: GraphQLSchema, resolvers: ResolversByType): void {
  for (const [type, methods] of Object.entries(resolvers)) {
    for (const field of Object.keys(methods)) requireField(schema, type, field);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const sources = [...type.getInterfaces(), type].map(({ name }) => resolvers[name] ?? {});
    for (const [name, field] of Object.entries(type.getFields())) {
      for (const methods of sources) if (methods[name]) field.resolve = methods[name] as Resolve;
    }
  }
}

function requireField(schema: GraphQLSchema, typeName: string, fieldName: string): void {
  const type = schema.getType(typeName);
  const known = (isObjectType(type) || isInterfaceType(type)) && fieldName in type.getFields();
  if (!known) throw new Error(`BUG: ${typeName}.${fieldName} has a resolver and is not in the schema`);
}
