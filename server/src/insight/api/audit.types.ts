import { Field, HideField, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PURPOSES, type Purpose } from '../../documents/index.js';
import { Graded } from '../../platform/access/index.js';
import type { AuditEvent, ChainVerdict } from '../../platform/audit-trail/index.js';
import { Connection, fromGlobalId, InstantType, make, rowOf, toGlobalId } from '../../platform/graphql/index.js';
import type { AuditLink, AuditQuery } from '../audit-reader.js';

@ObjectType('AuditEvent', { description: 'One link of the audit chain.' })
@Graded('audit', 'G1')
export class AuditEventType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => Int, { description: 'Place among the links that the reader has, from 1.' }) sequence: number;
  @Field(() => InstantType, { description: 'When it was written.' }) at: string;
  @Field({ description: 'What happened, as thing.happened.' }) action: string;
  @Field({ description: 'Kind of thing it happened to.' }) subjectType: string;
  @Field(() => ID, { nullable: true, description: 'Opaque id of that thing.' }) subjectId: string | null;
  @Field(() => ID, { nullable: true, description: 'Opaque id of the person who acted; null for the platform itself.' })
  actorId: string | null;
  @Field({ description: 'Facts without personal data, as JSON.' }) facts: string;
  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 over this link and all before it; null for readers who do not have the whole chain.',
  })
  hash: string | null;
  @HideField() actorKind: string;
  @HideField() actorRow: string;
}

export const AuditEventConnection = Connection(() => AuditEventType, 'AuditEvent');

@InputType()
export class AuditFilter {
  @Field(() => String, { nullable: true, description: 'Only this action.' }) action?: string | null;
  @Field(() => String, { nullable: true, description: 'Only this kind of thing.' }) subjectType?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only this thing.' }) subjectId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only what this person did.' }) actorId?: string | null;
  @Field(() => InstantType, { nullable: true, description: 'From this moment on.' }) from?: string | null;
  @Field(() => InstantType, { nullable: true, description: 'Before this moment.' }) until?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only what was refused or failed.' })
  refusalsOnly?: boolean | null;
}

@ObjectType('AuditStanding', { description: 'How long an audit is and how it is kept.' })
@Graded('audit', 'G1')
export class AuditStandingType {
  @Field(() => Int, { description: 'Links of the chain.' }) rows: number;
  @Field(() => InstantType, { nullable: true, description: 'When the first link was written.' }) firstAt: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When its end was last anchored outside the database.' })
  anchoredAt: string | null;
  @Field(() => Int, { description: 'The link that was the end then; 0 where none was.' }) anchoredTo: number;
}

@ObjectType('AuditVerdict', { description: 'Whether the newest links of an audit are whole.' })
@Graded('audit', 'G1')
export class AuditVerdictType {
  @Field({ description: 'Whether nothing was found.' }) whole: boolean;
  @Field(() => Int, { description: 'First link that was looked at.' }) from: number;
  @Field(() => Int, { description: 'Last link that was looked at.' }) to: number;
  @Field(() => Int, {
    nullable: true,
    description: 'First link where something is wrong; null where it is the anchor.',
  })
  brokenAt: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'LINK, HEAD, ANCHOR, ANCHOR_FILE or NOT_ANCHORED; null where nothing is wrong.',
  })
  problem: string | null;
}

const PaperPurposeEnum = Object.fromEntries(PURPOSES.map((purpose) => [purpose, purpose])) as Record<Purpose, Purpose>;
registerEnumType(PaperPurposeEnum, { name: 'PaperPurpose', description: 'What a paper is kept for.' });

@ObjectType('FileRead', { description: 'One time that somebody read a record.' })
@Graded('file', 'G2')
export class FileReadType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => InstantType, { description: 'When.' }) at: string;
  @Field({ description: 'Whether it was by name in a list only, and not the record itself.' }) inList: boolean;
  @Field({ description: 'Whether the family’s circumstances or contact were among what was read.' }) contact: boolean;
  @Field(() => PaperPurposeEnum, {
    nullable: true,
    description: 'The kind of paper that was opened, where it was one.',
  })
  paper: Purpose | null;
  @HideField() actorKind: string;
  @HideField() actorRow: string;
}

export const FileReadConnection = Connection(() => FileReadType, 'FileRead');

const CONTACT = ['school', 'guardianName', 'guardianPhone', 'guardianRelation', 'phone'];

export function toEvent(event: AuditLink): AuditEventType {
  return make(AuditEventType, {
    id: toGlobalId('AuditEvent', event.id),
    sequence: event.sequence,
    at: event.at,
    action: event.action,
    subjectType: event.subjectType,
    subjectId: event.subjectId === null ? null : toGlobalId(event.subjectType, event.subjectId),
    actorId: event.actorKind === 'person' ? toGlobalId('Person', event.actorId) : null,
    facts: event.facts,
    hash: event.hash ?? null,
    actorKind: event.actorKind,
    actorRow: event.actorId,
  });
}

export function toRead(event: AuditEvent): FileReadType {
  const { fields = '', purpose } = JSON.parse(event.facts) as { readonly fields?: string; readonly purpose?: string };
  return make(FileReadType, {
    id: toGlobalId('AuditEvent', event.id),
    at: event.at,
    inList: event.action.endsWith('.listed'),
    paper: PURPOSES.find((one) => one === purpose) ?? null,
    contact: fields.split(' ').some((field) => CONTACT.includes(field)),
    actorKind: event.actorKind,
    actorRow: event.actorId,
  });
}

export function toVerdict({ rows, from, problems: [first] }: ChainVerdict): AuditVerdictType {
  return make(AuditVerdictType, {
    whole: first === undefined,
    from,
    to: rows,
    brokenAt: first && 'sequence' in first ? first.sequence : null,
    problem: first?.code ?? null,
  });
}

/** An id of another kind names nothing: it finds no event, rather than all. */
export function toQuery(filter: AuditFilter | null | undefined): AuditQuery {
  const { action, subjectType, subjectId, actorId, from, until, refusalsOnly } = filter ?? {};
  const subject = subjectId ? rowOf(subjectId) : undefined;
  return {
    action,
    subjectType: subject?.type ?? subjectType,
    subjectId: subjectId ? (subject?.id ?? NOTHING) : undefined,
    actorId: actorId ? (fromGlobalId('Person', actorId) ?? NOTHING) : undefined,
    from: from ?? undefined,
    until: until ?? undefined,
    refusalsOnly,
  };
}

const NOTHING = '-';
