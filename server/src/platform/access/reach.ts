// The reachability proof: from the root fields that a role may call, everything that an operation can come to.
import { getNamedType, isAbstractType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { clearanceOf, clears, MATRIX, ROLES, type Role } from '@tongxing/shared/permissions';
import { declarationOf } from './declaration.js';
import { gradeOf, type GradeDeclaration } from './grades.js';

/** Somebody with one role, or nobody signed in. */
export type Reader = Role | 'VISITOR';
export const READERS: readonly Reader[] = ['VISITOR', ...ROLES];

/** A field that some reader can come to although its grade is above their clearance. */
export interface BeyondClearance {
  readonly reader: Reader;
  /** How one gets there: `children.edges.node.companionship.plan`. */
  readonly path: string;
  /** `Type.field`. */
  readonly field: string;
  readonly declared: GradeDeclaration | undefined;
}
type Field = GraphQLField<unknown, unknown>;

/** Everything reached above a clearance; empty in a schema that keeps to the matrix. */
export function beyondClearance(schema: GraphQLSchema): BeyondClearance[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    type ? Object.values(type.getFields()) : [],
  );
  const found = new Map<string, BeyondClearance>();
  for (const root of roots) {
    const reached = fieldsBehind(schema, root);
    for (const reader of readersOf(root)) {
      for (const { field, path, declared } of reached) {
        const key = `${reader} ${field}`;
        if (!found.has(key) && !mayRead(reader, declared)) found.set(key, { reader, path, field, declared });
      }
    }
  }
  return [...found.values()];
}

/** Whether one role is enough for a field; an undeclared field is nobody's. */
export function mayRead(reader: Reader, declared: GradeDeclaration | undefined): boolean {
  if (!declared) return false;
  if (declared.grade === 'G0') return true;
  if (reader === 'VISITOR' || !declared.resource) return false;
  return clears(clearanceOf(reader, declared.resource), declared.grade);
}

/** Who gets past a root field to what is behind it. */
export function readersOf(root: Field): readonly Reader[] {
  const access = declarationOf(root);
  if (!access) return [];
  if (!('public' in access)) return MATRIX[access.permission];
  return access.answers ? MATRIX[access.answers] : READERS;
}

interface Reached {
  readonly field: string;
  readonly path: string;
  readonly declared: GradeDeclaration | undefined;
}

/** Fields behind a root field, each by the shortest path; unions and interfaces lead to all their members. */
export function fieldsBehind(schema: GraphQLSchema, root: Field): Reached[] {
  const reached: Reached[] = [];
  const seen = new Set<string>();
  let level: { readonly type: string; readonly path: string }[] = [
    { type: getNamedType(root.type).name, path: root.name },
  ];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { type: name, path } of level) {
      if (seen.has(name)) continue;
      seen.add(name);
      const type = schema.getType(name);
      if (isAbstractType(type)) next.push(...schema.getPossibleTypes(type).map((one) => ({ type: one.name, path })));
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const to = `${path}.${field.name}`;
        reached.push({ field: `${name}.${field.name}`, path: to, declared: gradeOf(type, field) });
        next.push({ type: getNamedType(field.type).name, path: to });
      }
    }
    level = next;
  }
  return reached;
}
