// The reachability proof: from the root fields that a role may call, everything that an operation can come to.
import { getNamedType, isAbstractType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { clearanceOf, clears, MATRIX, ROLES, type Grade, type Resource, type Role } from '@tongxing/shared/permissions';
import { declarationOf, rootFields } from './declaration.js';
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

/** Everything reached above a clearance, by the shortest path; empty in a schema that keeps to the matrix. */
export function beyondClearance(schema: GraphQLSchema): BeyondClearance[] {
  const roots = rootFields(schema).map((root) => ({ root, readers: new Set(readersOf(root)) }));
  return READERS.flatMap((reader) => {
    const open = roots.filter(({ readers }) => readers.has(reader)).map(({ root }) => root);
    return fieldsBehind(schema, ...open)
      .filter(({ declared }) => !mayRead(reader, declared))
      .map(({ path, field, declared }) => ({ reader, path, field, declared }));
  });
}

/** Whether one role is enough for a field; an undeclared field is nobody's. */
export function mayRead(reader: Reader, declared: GradeDeclaration | undefined): boolean {
  if (!declared) return false;
  if (declared.grade === 'G0') return true;
  if (reader === 'VISITOR' || !declared.resource) return false;
  return clears(highestGrade(reader, declared.resource), declared.grade);
}

const highestGrades = new Map<string, Grade>();

/** Asked for every field at each start; the matrix is constant. */
function highestGrade(role: Role, resource: Resource): Grade {
  const key = `${role} ${resource}`;
  const known = highestGrades.get(key) ?? clearanceOf(role, resource);
  highestGrades.set(key, known);
  return known;
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

/** Fields behind root fields, each by the shortest path; unions and interfaces lead to all their members. */
export function fieldsBehind(schema: GraphQLSchema, ...roots: readonly Field[]): Reached[] {
  const reached: Reached[] = [];
  const seen = new Set<string>();
  let level = roots.map((root) => ({ type: getNamedType(root.type).name, path: root.name }));
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
