import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CONCERN_STATES, type ConcernState } from '@tongxing/shared/states';
import { Graded, OfGrade } from '../../platform/access/index.js';
import { Connection, InstantType, InvalidInput, make, NotFound, toGlobalId } from '../../platform/graphql/index.js';
import { RAISED_BY_KINDS, type RaisedByKind } from '../concern-words.js';
import type { ReceiptView } from '../concerns.js';
import type { ConcernView } from '../concerns.repository.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

export const RaisedByKindEnum = words(RAISED_BY_KINDS);
registerEnumType(RaisedByKindEnum, { name: 'RaisedByKind', description: 'Who raised a concern.' });
const ConcernStateEnum = words(CONCERN_STATES);
registerEnumType(ConcernStateEnum, { name: 'ConcernState', description: 'Where a concern stands (SM12).' });

@ObjectType('Concern', { description: "Something may be wrong with a child's safety; for those in charge." })
@Graded('concern', 'G2')
export class ConcernType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ID, { nullable: true, description: 'The child.' }) @OfGrade('G4') childId: string | null;
  @Field({ description: "The child's own name." }) @OfGrade('G4') childName: string;
  @Field(() => ID, { nullable: true, description: 'The companionship, where it is about one.' })
  companionshipId: string | null;
  @Field(() => RaisedByKindEnum, { description: 'Who raised it.' }) raisedByKind: RaisedByKind;
  @Field(() => String, { nullable: true, description: 'Their name; null where they came by a card.' })
  raisedBy: string | null;
  @Field({ description: 'What they said; empty where they only pressed the button.' }) @OfGrade('G6') text: string;
  @Field(() => InstantType, { description: 'When it was raised.' }) raisedAt: string;
  @Field(() => InstantType, { description: 'Until when the authority must have the report.' }) dueAt: string;
  @Field(() => ConcernStateEnum, { description: 'Where it stands.' }) state: ConcernState;
  @Field(() => String, { nullable: true, description: 'Who was the first to see it.' }) seenBy: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When.' }) seenAt: string | null;
  @Field(() => String, { nullable: true, description: 'The worker beside the child.' }) workerName: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When the authority had the report.' })
  reportedAt: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When it was closed.' }) closedAt: string | null;
}
export const ConcernConnection = Connection(() => ConcernType, 'Concern');

@ObjectType('ConcernReceipt', { description: 'That it arrived, whom to call, and by when the agency reports.' })
@Graded('concern', 'G2')
export class ConcernReceiptType {
  @Field(() => InstantType, { description: 'When it arrived.' }) raisedAt: string;
  @Field(() => InstantType, { description: 'Until when the agency reports to the authority, if it must.' })
  dueAt: string;
  @Field({ description: 'Whether somebody in charge has seen it.' }) seen: boolean;
  @Field(() => String, { nullable: true, description: 'The worker who looks after it.' }) workerName: string | null;
  @Field(() => String, { nullable: true, description: 'Their phone number.' }) workerPhone: string | null;
  @Field(() => String, { nullable: true, description: "The agency's phone number." }) agencyPhone: string | null;
}

@InputType()
export class RaiseConcernInput {
  @Field(() => ID, { nullable: true, description: 'About a child of the case team’s; or the next, or neither.' })
  childId?: string | null;
  @Field(() => ID, { nullable: true, description: 'About the child of a companionship.' })
  companionshipId?: string | null;
  @Field({ description: 'What is wrong; 2,000 characters at most.' }) text: string;
  @Field(() => Boolean, { nullable: true, description: 'It is about the worker beside the child: it goes round them.' })
  aboutWorker?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'It is about this colleague; of the case team, by the case team.' })
  aboutPersonId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Keeps every progress card about the child back; by the case team.',
  })
  freezeCards?: boolean | null;
  @Field({ description: 'The client’s own id of this; a retry with it finds the same concern.' }) requestId: string;
}

@InputType()
export class MarkConcernSeenInput {
  @Field(() => ID, { description: 'Which concern.' }) concernId: string;
}

export const RaiseConcernResult = createUnionType({
  name: 'RaiseConcernResult',
  types: () => [ConcernReceiptType, InvalidInput, NotFound] as const,
});
export const MarkConcernSeenResult = createUnionType({
  name: 'MarkConcernSeenResult',
  types: () => [ConcernType, NotFound] as const,
});

/** Names by the id of the person or the child. */
export function toConcern(view: ConcernView, nameOf: (id: string | undefined) => string | undefined): ConcernType {
  const { raisedByKind, text, raisedAt, dueAt, state } = view;
  return make(ConcernType, {
    ...{ raisedByKind, text, raisedAt, dueAt, state, seenAt: view.seenAt ?? null },
    ...{ reportedAt: view.reportedAt ?? null, closedAt: view.closedAt ?? null },
    id: toGlobalId('Concern', view.id),
    childId: view.childId ? toGlobalId('Child', view.childId) : null,
    childName: nameOf(view.childId) ?? '',
    companionshipId: view.companionshipId ? toGlobalId('Companionship', view.companionshipId) : null,
    raisedBy: nameOf(view.raisedBy) ?? null,
    seenBy: nameOf(view.seenBy) ?? null,
    workerName: nameOf(view.workerId) ?? null,
  });
}

export const toReceipt = ({ raisedAt, dueAt, seen, workerName, workerPhone, agencyPhone }: ReceiptView) =>
  make(ConcernReceiptType, {
    ...{ raisedAt, dueAt, seen },
    workerName: workerName ?? null,
    workerPhone: workerPhone ?? null,
    agencyPhone: agencyPhone ?? null,
  });
