import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  AUTHORITIES,
  CONCERN_BLOCKERS,
  CONCERN_CATEGORIES,
  CONCERN_STEP_KINDS,
  type Authority,
  type ConcernBlocker,
  type ConcernCategory,
  type ConcernStepKind,
} from '@tongxing/shared/rules';
import { Graded, OfGrade } from '../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  make,
  NotFound,
  toGlobalId,
  TransitionRefused,
  UserError,
} from '../../platform/graphql/index.js';
import type { ConcernBlockedError, ConcernFile } from '../steps/concern-steps.js';
import type { StepView } from '../steps/concern-steps.repository.js';
import { ConcernType, toConcern } from './concern.types.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;
const KindEnum = words(CONCERN_STEP_KINDS);
registerEnumType(KindEnum, { name: 'ConcernStepKind', description: 'What was done about a concern (SM12).' });
const CategoryEnum = words(CONCERN_CATEGORIES);
registerEnumType(CategoryEnum, { name: 'ConcernCategory', description: 'What a concern is about, by the triage.' });
const AuthorityEnum = words(AUTHORITIES);
registerEnumType(AuthorityEnum, { name: 'Authority', description: 'To whom a concern is reported.' });
const BlockerEnum = words(CONCERN_BLOCKERS);
registerEnumType(BlockerEnum, {
  name: 'ConcernBlocker',
  description: 'What stands against a step (H5, H9, H17, H18).',
});

@ObjectType('ConcernStep', { description: 'One thing that was done about a concern; never changed.' })
@Graded('concern', 'G2')
export class ConcernStepType {
  @Field(() => ID, { description: 'Opaque id of the step.' }) stepId: string;
  @Field(() => KindEnum, { description: 'What it was.' }) kind: ConcernStepKind;
  @Field({ description: 'Who did it.' }) byName: string;
  @Field(() => InstantType, { description: 'When it was written down.' }) at: string;
  @Field(() => InstantType, { nullable: true, description: 'When it happened, where that is another moment.' })
  happenedAt: string | null;
  @Field(() => String, { nullable: true, description: 'In their words.' }) @OfGrade('G6') text: string | null;
  @Field(() => CategoryEnum, { nullable: true, description: 'Of a triage.' })
  @OfGrade('G6')
  category: ConcernCategory | null;
  @Field(() => AuthorityEnum, { nullable: true, description: 'To whom it was reported.' })
  @OfGrade('G6')
  authority: Authority | null;
  @Field(() => String, { nullable: true, description: "The authority's reference." })
  @OfGrade('G6')
  reference: string | null;
  @Field(() => String, { nullable: true, description: 'Who does it.' }) assigneeName: string | null;
  @Field(() => InstantType, { nullable: true, description: 'By when.' }) dueAt: string | null;
  @Field({ description: 'Whether it is a task that waits for its end.' }) waits: boolean;
  @Field(() => ID, { nullable: true, description: 'The task that it ends.' }) taskId: string | null;
}

@ObjectType('ConcernLink', { description: 'That a concern which named no child is about this one; never taken out.' })
@Graded('concern', 'G2')
export class ConcernLinkType {
  @Field({ description: "The child's own name." }) @OfGrade('G4') linkedName: string;
  @Field({ description: 'How one knows.' }) @OfGrade('G6') reason: string;
  @Field({ description: 'Who said so.' }) byName: string;
  @Field(() => InstantType, { description: 'When.' }) at: string;
  @Field(() => InstantType, { nullable: true, description: 'When another child took its place.' })
  endedAt: string | null;
}

@ObjectType('ConcernFile', { description: 'A concern with all that was done about it; for those in charge.' })
@Graded('concern', 'G2')
export class ConcernFileType {
  @Field(() => ID, { description: "The concern's id." }) id: string;
  @Field(() => ConcernType, { description: 'What was raised.' }) concern: ConcernType;
  @Field(() => [ConcernStepType], { description: 'The first one first.' }) steps: ConcernStepType[];
  @Field(() => [KindEnum], { description: 'What the reader may write now.' }) mayWrite: ConcernStepKind[];
  @Field(() => Int, { description: 'How often the child has told of it; once is enough (H17).' })
  @OfGrade('G6')
  accounts: number;
  @Field(() => [String], { description: 'Names of colleagues whom it is about; they do not find it.' }) about: string[];
  @Field(() => [ConcernLinkType], { description: 'To which child it was linked, the first one first.' })
  links: ConcernLinkType[];
  @Field({ description: 'Whether it named no child, so that somebody may say which it is.' }) mayLink: boolean;
  @Field(() => Int, { description: 'Progress cards about the child that could be kept back.' }) openCards: number;
}

@InputType()
export class WriteConcernStepInput {
  @Field(() => ID, { description: 'Which concern.' }) concernId: string;
  @Field(() => KindEnum, { description: 'What was done.' }) kind: ConcernStepKind;
  @Field(() => String, { nullable: true, description: '4,000 characters at most.' }) words?: string | null;
  @Field(() => CategoryEnum, { nullable: true, description: 'Of a triage.' }) category?: ConcernCategory | null;
  @Field(() => ID, { nullable: true, description: 'A colleague of the case team, for a task.' })
  assigneeId?: string | null;
  @Field(() => InstantType, { nullable: true, description: 'By when the task is done.' }) dueAt?: string | null;
  @Field(() => ID, { nullable: true, description: 'The task that is done.' }) taskId?: string | null;
  @Field(() => AuthorityEnum, { nullable: true, description: 'To whom it was reported.' }) authority?: Authority | null;
  @Field(() => InstantType, { nullable: true, description: 'When it was reported.' }) happenedAt?: string | null;
  @Field(() => String, { nullable: true, description: "The authority's reference; 80 characters at most." })
  reference?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Of a triage: keeps every progress card about the child back.' })
  freezeCards?: boolean | null;
  @Field({ description: 'The client’s own id of this; a retry with it writes nothing more.' }) requestId: string;
}

@ObjectType('ConcernBlocked', { implements: () => [UserError], description: 'Something stands against the step.' })
@Graded('concern', 'G2')
export class ConcernBlocked extends UserError {
  @Field(() => [BlockerEnum], { description: 'Every reason, not only the first.' }) blockers: ConcernBlocker[];
}

export const WriteConcernStepResult = createUnionType({
  name: 'WriteConcernStepResult',
  types: () => [ConcernFileType, InvalidInput, TransitionRefused, ConcernBlocked, NotFound] as const,
});

@ObjectType('CaseTeamMember', { description: 'A colleague who can be given a task, or be on duty.' })
@Graded('concern', 'G2')
export class CaseTeamMemberType {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
  @Field({ description: 'Their name.' }) name: string;
}

export const toBlocked = ({ code, blockers }: ConcernBlockedError) =>
  make(ConcernBlocked, { code, message: 'Something stands against this step.', blockers: [...blockers] });

type NameOf = (id: string | undefined) => string | undefined;

export function toConcernFile(file: ConcernFile, nameOf: NameOf): ConcernFileType {
  return make(ConcernFileType, {
    id: toGlobalId('Concern', file.concern.id),
    concern: toConcern(file.concern, nameOf),
    steps: file.steps.map((step) => toStep(step, nameOf, file.openTaskIds.includes(step.id))),
    mayWrite: [...file.mayWrite],
    accounts: file.accounts,
    about: file.about.map((id) => nameOf(id) ?? ''),
    links: file.links.map(({ childId, reason, by, at, endedAt }) =>
      make(ConcernLinkType, {
        ...{ reason, at, endedAt: endedAt ?? null },
        linkedName: nameOf(childId) ?? '',
        byName: nameOf(by) ?? '',
      }),
    ),
    mayLink: file.mayLink,
    openCards: file.openCards,
  });
}

function toStep(step: StepView, nameOf: NameOf, waits: boolean): ConcernStepType {
  const { id, kind, by, at, assigneeId, taskId } = step;
  return make(ConcernStepType, {
    ...{ kind, at, waits },
    stepId: toGlobalId('ConcernStep', id),
    byName: nameOf(by) ?? '',
    happenedAt: step.happenedAt ?? null,
    text: step.words ?? null,
    category: step.category ?? null,
    authority: step.authority ?? null,
    reference: step.reference ?? null,
    assigneeName: nameOf(assigneeId) ?? null,
    dueAt: step.dueAt ?? null,
    taskId: taskId ? toGlobalId('ConcernStep', taskId) : null,
  });
}
