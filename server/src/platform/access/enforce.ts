// Deny by default: each root field of the schema names its permission, each field its grade, and no resolver runs before
// both were checked.
import { defaultFieldResolver, GraphQLError, isNonNullType, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Permission } from '@tongxing/shared/permissions';
import { mayDo, type Actor } from './actor.js';
import { declarationOf, rootFields } from './declaration.js';
import { gradedTypes, gradeOf, ungradedFields, type GradeDeclaration } from './grades.js';
import { beyondClearance, mayRead } from './reach.js';

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
  constructor(permission?: Permission) {
    super('Your role does not allow this.', { extensions: { code: 'FORBIDDEN', ...(permission && { permission }) } });
  }
}

/** The account itself and what protects it: all that stays open to whoever still has to set up a second factor. */
const STAYS_OPEN: Permission = 'account.own';

export class SecondFactorRequired extends GraphQLError {
  constructor() {
    super('Set up a second factor first.', { extensions: { code: 'SECOND_FACTOR_REQUIRED' } });
  }
}

/** Puts the checks in front of the schema. Throws where a root field or a field declares nothing. */
export function enforceAccess(schema: GraphQLSchema): GraphQLSchema {
  const undeclared = rootFields(schema).filter((field) => !declarationOf(field));
  if (undeclared.length > 0) {
    throw new Error(`BUG: ${undeclared.map((field) => field.name).join(', ')} declares no @Allow and no @Public`);
  }
  const ungraded = ungradedFields(schema);
  if (ungraded.length > 0) {
    throw new Error(`BUG: ${ungraded.join(', ')} declares no grade: @Graded on the type, or @OfGrade`);
  }
  for (const field of rootFields(schema)) guard(field);
  guardFields(schema);
  return schema;
}

function guard(field: GraphQLField<unknown, unknown>): void {
  const declared = declarationOf(field);
  const resolve = field.resolve;
  if (!declared || 'public' in declared || !resolve) return;
  field.resolve = (source, args, context, info) => {
    const access = context as AccessContext;
    if (isHeldBack(access.actor) && declared.permission !== STAYS_OPEN) throw new SecondFactorRequired();
    if (mayDo(access.actor, declared.permission)) return resolve(source, args, context, info);
    return refuse(access, field.name, declared.permission);
  };
}

const isHeldBack = (actor: Actor | undefined): boolean => actor?.kind === 'person' && actor.heldBack === true;

async function refuse(access: AccessContext, field: string, permission: Permission): Promise<never> {
  if (!access.actor) throw new NotSignedIn();
  await access.rememberRefusal(field, permission);
  throw new NotAllowed(permission);
}

/**
 * Fields that somebody can come to without clearance answer null to them, or a refusal where null is not allowed.
 * All others keep the resolver they have, so that a list costs nothing for it.
 */
function guardFields(schema: GraphQLSchema): void {
  const open = new Set(beyondClearance(schema).map(({ field }) => field));
  for (const type of gradedTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const declared = gradeOf(type, field);
      if (declared && open.has(`${type.name}.${field.name}`)) guardField(field, declared);
    }
  }
}

function guardField(field: GraphQLField<unknown, unknown>, declared: GradeDeclaration): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const nullable = !isNonNullType(field.type);
  const known = new Map<string, boolean>();
  field.resolve = (source, args, context, info) => {
    const { actor } = context as AccessContext;
    const roles = rolesOf(actor);
    const key = roles.join(' ');
    const allowed = known.get(key) ?? roles.some((role) => mayRead(role, declared));
    known.set(key, allowed);
    if (allowed) return resolve(source, args, context, info);
    if (nullable) return null;
    throw new NotAllowed();
  };
}

function rolesOf(actor: Actor | undefined) {
  if (actor?.kind === 'person') return actor.roles;
  return actor?.kind === 'guardian' ? (['GUARDIAN'] as const) : [];
}
