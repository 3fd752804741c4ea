import type { GraphQLField, GraphQLSchema } from 'graphql';
import type { AccessDeclaration } from './allow.js';

/** The declaration of a root field, or undefined where its author forgot it. */
export function declarationOf(field: GraphQLField<unknown, unknown>): AccessDeclaration['access'] | undefined {
  return (field.extensions as Partial<AccessDeclaration>).access;
}

export function rootFields(schema: GraphQLSchema): GraphQLField<unknown, unknown>[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    type ? Object.values(type.getFields()) : [],
  );
}
