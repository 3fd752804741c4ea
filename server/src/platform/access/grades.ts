// Every field of the schema says how sensitive it is: its own grade, or else its type's (ADR-0013).
import { Extensions } from '@nestjs/graphql';
import {
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Grade, Resource } from '@tongxing/shared/permissions';

/** What a field needs of its reader: clearance for a resource up to a grade. G0 needs none. */
export interface GradeDeclaration {
  readonly resource: Resource | undefined;
  readonly grade: Grade;
}
type Declared = Partial<GradeDeclaration>;
type Composite = GraphQLObjectType | GraphQLInterfaceType;
type Field = GraphQLField<unknown, unknown>;

/**
 * On an object type: what it tells of, and the grade of each field that names none of its own.
 * `@Graded('G0')` alone is for what anybody may know, and for plain values (a span of time) that tell nothing by themselves:
 * the field that holds such a value has a grade.
 */
export function Graded(grade: 'G0'): ClassDecorator;
export function Graded(resource: Resource, grade: Grade): ClassDecorator;
export function Graded(first: Resource | 'G0', grade: Grade = 'G0'): ClassDecorator {
  const declared: Declared = first === 'G0' ? { grade: 'G0' } : { resource: first, grade };
  return Extensions({ graded: declared });
}

/** On a field that is more, or less, sensitive than its type. */
export const OfGrade = (grade: Grade): PropertyDecorator & MethodDecorator => Extensions({ graded: { grade } });

const PUBLIC: GradeDeclaration = { resource: undefined, grade: 'G0' };

const ERROR = 'UserError';

/** The declaration that counts for a field, or undefined where its author forgot it. */
export function gradeOf(type: Composite, field: Field): GradeDeclaration | undefined {
  const ofType = declaredAt(type);
  const own = declaredAt(field);
  const grade = own?.grade ?? ofType?.grade;
  if (grade) return grade === 'G0' ? PUBLIC : ofType?.resource && { resource: ofType.resource, grade };
  // A refusal's code and sentence tell nothing of anybody; its facts have grades of their own.
  const refusal = type.name === ERROR || type.getInterfaces().some(({ name }) => name === ERROR);
  return refusal && (field.name === 'code' || field.name === 'message') ? PUBLIC : undefined;
}

const declaredAt = ({ extensions }: { readonly extensions: Readonly<Record<string, unknown>> }): Declared | undefined =>
  (extensions as { readonly graded?: Declared }).graded;

/** Object types that are reached from the roots, the roots themselves left out: theirs is a permission. */
export function gradedTypes(schema: GraphQLSchema): Composite[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap()).filter(
    (type): type is Composite =>
      (isObjectType(type) || isInterfaceType(type)) &&
      !isIntrospectionType(type) &&
      !roots.includes(type as GraphQLObjectType),
  );
}

/** `Type.field` of every field that declares no grade. */
export function ungradedFields(schema: GraphQLSchema): string[] {
  return gradedTypes(schema).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => !gradeOf(type, field))
      .map((field) => `${type.name}.${field.name}`),
  );
}
