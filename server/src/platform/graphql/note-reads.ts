// Every field that tells of a child, or how to reach somebody, notes whom it told of; the answer waits until the note's row
// is committed (security.md, rule 2). The note is taken where the value is read, so that no path to it goes unnoticed.
import {
  defaultFieldResolver,
  getNamedType,
  GraphQLError,
  isLeafType,
  isObjectType,
  type ExecutionResult,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Actor } from '../access/index.js';
import { ReadNotes, type AuditEntry } from '../audit-trail/index.js';
import { perRequest, type GraphqlContext } from './context.js';
import { rowOf } from './global-id.js';
import { isReadRecorded } from './sensitive-fields.js';

/** Puts the note in front of each such field. A list of things that tell of nobody costs nothing for it. */
export function noteReads(schema: GraphQLSchema): GraphQLSchema {
  for (const type of objectTypes(schema)) {
    for (const field of Object.values(type.getFields())) if (isNoted(type, field)) take(type, field);
  }
  return schema;
}

/** `Type.field` of every field that takes a note. */
export function notedFields(schema: GraphQLSchema): string[] {
  return objectTypes(schema).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => isNoted(type, field))
      .map((field) => `${type.name}.${field.name}`),
  );
}

/**
 * Holds an answer back until what it tells is written down. Where that fails, an error takes its place: nobody reads what
 * nobody will know of.
 */
export function heldBack(
  result: ExecutionResult,
  context: GraphqlContext,
  report: (error: unknown) => void,
): ExecutionResult | Promise<ExecutionResult> {
  const notes = context.loaders.get(ReadNotes);
  if (!(notes instanceof ReadNotes) || !context.actor) return result;
  return context.rememberReads(entriesFor(context.actor, notes)).then(
    () => result,
    (error: unknown) => {
      report(error);
      return { data: null, errors: [new ReadNotRecorded()] };
    },
  );
}

class ReadNotRecorded extends GraphQLError {
  constructor() {
    super('This could not be written into the audit, so it is not shown. Try again.', {
      extensions: { code: 'READ_NOT_RECORDED' },
    });
  }
}

/** A guardian's link is for one child; what it shows is that child's. */
function entriesFor(actor: Actor, notes: ReadNotes): readonly AuditEntry[] {
  const entries = notes.entries();
  if (actor.kind !== 'guardian') return entries;
  return entries.map((entry) =>
    entry.subjectId === undefined
      ? { ...entry, action: 'child.read', subjectType: 'Child', subjectId: actor.childId }
      : entry,
  );
}

/**
 * Values, and things that have no id of their own: those are noted under whom they hang on (the plan of a companionship).
 * A thing with an id takes its own notes.
 */
function isNoted(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean {
  if (field.name === 'id' || !isReadRecorded(type, field)) return false;
  const answer = getNamedType(field.type);
  return isLeafType(answer) || !isObjectType(answer) || !('id' in answer.getFields());
}

function take(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const { name } = field;
  field.resolve = (source, args, context, info) => {
    const notes = perRequest(context as GraphqlContext, ReadNotes, () => new ReadNotes());
    // By its id a thing may say that it is another's: an open file is the child's.
    const row = rowOf((source as { readonly id?: unknown }).id);
    notes.note(row?.type ?? type.name, name, row?.id);
    return resolve(source, args, context, info);
  };
}

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
