// Deny by default: each root field of the schema names its permission, and no resolver runs before it was checked.
import { GraphQLError, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Permission } from '@tongxing/shared/permissions';
import { mayDo, type Actor } from './actor.js';
import type { AccessDeclaration } from './allow.js';

export interface AccessContext {
  readonly actor: Actor | undefined;
  /** Remembers a refusal in a unit of work of its own. */
  readonly rememberRefusal: (field: string, permission: Permission) => Promise<void>;
}

export class NotSignedIn extends GraphQLError {
  constructor() {
    super('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
  }
}

export class NotAllowed extends GraphQLError {
  constructor(permission: Permission) {
    super('Your role does not allow this.', { extensions: { code: 'FORBIDDEN', permission } });
  }
}

/** The declaration of a root field, or undefined where its author forgot it. */
export function declarationOf(field: GraphQLField<unknown, unknown>): AccessDeclaration['access'] | undefined {
  return (field.extensions as Partial<AccessDeclaration>).access;
}

export function rootFields(schema: GraphQLSchema): GraphQLField<unknown, unknown>[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    type ? Object.values(type.getFields()) : [],
  );
}

/** Puts the check in front of every root field. Throws where one declares nothing. */
export function enforceAccess(schema: GraphQLSchema): GraphQLSchema {
  const undeclared = rootFields(schema).filter((field) => !declarationOf(field));
  if (undeclared.length > 0) {
    throw new Error(`BUG: ${undeclared.map((field) => field.name).join(', ')} declares no @Allow and no @Public`);
  }
  for (const field of rootFields(schema)) guard(field);
  return schema;
}

function guard(field: GraphQLField<unknown, unknown>): void {
  const declared = declarationOf(field);
  const resolve = field.resolve;
  if (!declared || 'public' in declared || !resolve) return;
  field.resolve = (source, args, context, info) => {
    const access = context as AccessContext;
    if (mayDo(access.actor, declared.permission)) return resolve(source, args, context, info);
    return refuse(access, field.name, declared.permission);
  };
}

async function refuse(access: AccessContext, field: string, permission: Permission): Promise<never> {
  if (!access.actor) throw new NotSignedIn();
  await access.rememberRefusal(field, permission);
  throw new NotAllowed(permission);
}
