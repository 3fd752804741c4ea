import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Graded, OfGrade } from '../../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  make,
  NotFound,
  StaleVersion,
  toGlobalId,
  TransitionRefused,
  UserError,
} from '../../../platform/graphql/index.js';
import type { ChildView } from '../../children.repository.js';
import { FILE_ACCESS_STATES, type FileAccessState } from '../../domain/file-access-state.js';
import type { FileAccessView, FileStanding } from '../file-access.js';

const FileAccessStateEnum = Object.fromEntries(FILE_ACCESS_STATES.map((word) => [word, word])) as Record<
  FileAccessState,
  FileAccessState
>;
registerEnumType(FileAccessStateEnum, {
  name: 'FileAccessState',
  description: 'What a wish to open a file stands at.',
});

@ObjectType('FileAccess', { description: 'A wish to open a closed part of a child’s file, and what became of it.' })
@Graded('file', 'G2')
export class FileAccessType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ID, { description: 'The child whose file it is.' }) childId: string;
  @Field(() => FileAccessStateEnum, { description: 'What it stands at now.' }) state: FileAccessState;
  @Field({ description: 'Why, in the words of whoever asked.' }) @OfGrade('G5') reason: string;
  @Field(() => InstantType, { description: 'When it was asked.' }) requestedAt: string;
  @Field(() => InstantType, { nullable: true, description: 'When the file closes again, or closed.' })
  openUntil: string | null;
  @Field(() => Int, { description: 'To be passed back with a change.' }) version: number;
  requestedById: string;
}

@ObjectType('OpenFile', { description: 'Home circumstances of a child, open to this reader now.' })
@Graded('child', 'G5')
export class OpenFileType {
  @Field(() => String, { nullable: true, description: 'School.' }) school: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the guardian.' }) guardianName: string | null;
  @Field(() => String, { nullable: true, description: 'Relation of the guardian to the child.' })
  guardianRelation: string | null;
  @Field(() => String, { nullable: true, description: 'Phone number of the guardian.' }) guardianPhone: string | null;
  @Field(() => InstantType, {
    nullable: true,
    description: 'When it closes again; null for those who walk with the child.',
  })
  @OfGrade('G1')
  until: string | null;
  /** Not in the schema: the audit names the child by it. */
  id: string;
}

@ObjectType('ClosedFile', { description: 'Home circumstances that this reader has to give a reason for.' })
@Graded('child', 'G3')
export class ClosedFileType {
  @Field({ description: 'Whether a second person decides before it opens.' }) approvalNeeded: boolean;
  @Field(() => Int, { description: 'For how many hours it opens.' }) hours: number;
  @Field(() => FileAccessType, { nullable: true, description: 'The latest wish of this reader, where there is one.' })
  latest: FileAccessType | null;
}

export const ChildFile = createUnionType({
  name: 'ChildFile',
  description: 'Home circumstances of a child: open to this reader, or closed.',
  types: () => [OpenFileType, ClosedFileType] as const,
});

@ObjectType({ implements: () => [UserError], description: 'Whoever asked may not be the one who decides (§7.6).' })
@Graded('G0')
export class SamePersonMayNotDecide extends UserError {}

@InputType()
export class RequestFileAccessInput {
  @Field(() => ID, { description: 'Whose file.' }) childId: string;
  @Field({ description: 'Why it is needed: 6 to 500 characters.' }) reason: string;
  @Field({ description: 'The client’s own id of this wish; a retry with it finds the same one.' }) requestId: string;
}

@InputType()
export class DecideFileAccessInput {
  @Field(() => ID, { description: 'Which wish.' }) accessId: string;
  @Field({ description: 'Whether the file opens.' }) approve: boolean;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
}

@InputType()
export class CloseFileInput {
  @Field(() => ID, { description: 'The own wish to take back, or the own access to end.' }) accessId: string;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
}

export const RequestFileAccessResult = createUnionType({
  name: 'RequestFileAccessResult',
  types: () => [FileAccessType, InvalidInput, NotFound] as const,
});
export const DecideFileAccessResult = createUnionType({
  name: 'DecideFileAccessResult',
  types: () => [FileAccessType, SamePersonMayNotDecide, NotFound, StaleVersion, TransitionRefused] as const,
});
export const CloseFileResult = createUnionType({
  name: 'CloseFileResult',
  types: () => [FileAccessType, SamePersonMayNotDecide, NotFound, StaleVersion, TransitionRefused] as const,
});

export function toFileAccess(view: FileAccessView): FileAccessType {
  return make(FileAccessType, {
    id: toGlobalId('FileAccess', view.id),
    childId: toGlobalId('Child', view.childId),
    state: view.state,
    reason: view.reason,
    requestedAt: view.requestedAt,
    openUntil: view.openUntil ?? null,
    version: view.version,
    requestedById: view.requestedBy,
  });
}

export function toChildFile(
  { id, school, guardian }: ChildView,
  standing: FileStanding,
): OpenFileType | ClosedFileType {
  if (!standing.open) {
    const { approvalNeeded, hours, latest } = standing;
    return make(ClosedFileType, { approvalNeeded, hours, latest: latest ? toFileAccess(latest) : null });
  }
  return make(OpenFileType, {
    id: toGlobalId('Child', id),
    school: school ?? null,
    guardianName: guardian.name ?? null,
    guardianRelation: guardian.relation ?? null,
    guardianPhone: guardian.phone ?? null,
    until: standing.until ?? null,
  });
}
