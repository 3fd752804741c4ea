import { isAbstractType, type GraphQLSchema } from 'graphql';
import { newReference, type BugReporter } from './bug-reporter.js';

/**
 * Lets no union and no interface throw while it looks for the type of a value: compiled operations would not see it, and
 * the answer would never end. The field answers with a masked error instead, the cause is reported here.
 */
export function quietTypes(schema: GraphQLSchema, bugs: BugReporter): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type) || !type.resolveType) continue;
    const resolveType = type.resolveType;
    type.resolveType = (value, context, info, abstractType) => {
      try {
        return resolveType(value, context, info, abstractType);
      } catch (error) {
        bugs.report({ reference: newReference(), error, operation: info.operation.name?.value });
        return undefined;
      }
    };
  }
}
