import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PaperKindEnum, type PaperView } from '../../documents/index.js';
import { Graded } from '../../platform/access/index.js';
import { InstantType, InvalidInput, LocalDateType, make, NotFound, toGlobalId } from '../../platform/graphql/index.js';
import type { TeamPaperKind } from '../pack.entities.js';
import type { TeamPaperView } from '../team-papers.js';

export const TeamPaperKindEnum: Record<TeamPaperKind, TeamPaperKind> = {
  DONATION_AGREEMENT: 'DONATION_AGREEMENT',
  DONATION_RECEIPT: 'DONATION_RECEIPT',
};
registerEnumType(TeamPaperKindEnum, { name: 'TeamPaperKind', description: 'What a paper of a team is.' });

@ObjectType('TeamPaperFile', { description: 'A photo or scan of a team’s paper.' })
@Graded('pack', 'G2')
export class TeamPaperFileType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Where it is read: a path on this platform that asks again who reads.' }) path: string;
  @Field({ description: 'Its name as it was brought in.' }) name: string;
  @Field(() => PaperKindEnum, { description: 'Photo or PDF.' }) kind: keyof typeof PaperKindEnum;
  @Field(() => Int, { description: 'Its size in bytes.' }) bytes: number;
  @Field(() => InstantType, { description: 'When it was brought in.' }) addedAt: string;
}

@ObjectType('TeamPaper', { description: 'A team’s donation agreement or receipt: a paper, and no entry of a ledger.' })
@Graded('pack', 'G2')
export class TeamPaperType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => TeamPaperKindEnum, { description: 'What it is.' }) kind: TeamPaperKind;
  @Field({ description: 'Its number, as it is printed on it.' }) number: string;
  @Field(() => LocalDateType, { description: 'Its date.' }) datedOn: string;
  @Field(() => String, { nullable: true, description: 'Fen as stated on it, in digits; null where it states none.' })
  amount: string | null;
  @Field(() => InstantType, { description: 'When it was brought in.' }) addedAt: string;
  @Field(() => InstantType, { nullable: true, description: 'When the desk withdrew it; null while it stands.' })
  withdrawnAt: string | null;
  @Field({ description: 'Why it was withdrawn; empty while it stands.' }) why: string;
  @Field(() => [TeamPaperFileType], { description: 'Its pages, the oldest first.' }) files: TeamPaperFileType[];
}

@ObjectType('TeamPaperList', { description: 'Papers of one pack, at the desk.' })
@Graded('pack', 'G2')
export class TeamPaperListType {
  @Field(() => [TeamPaperType], { description: 'The newest first, withdrawn ones among them.' })
  papers: TeamPaperType[];
}

@InputType()
export class AddTeamPaperInput {
  @Field(() => ID, { description: 'At which pack.' }) packId: string;
  @Field(() => TeamPaperKindEnum, { description: 'What it is.' }) kind: TeamPaperKind;
  @Field({ description: 'Its number, as it is printed on it; 60 characters at most.' }) number: string;
  @Field(() => String, { description: 'Its date, YYYY-MM-DD.' }) datedOn: string;
  @Field(() => String, { nullable: true, description: 'Fen as stated on it, in digits; null where it states none.' })
  amount?: string | null;
  @Field(() => [ID], { description: 'Its pages, brought in before by the viewer; 10 at most.' })
  teamPaperFileIds: string[];
  @Field({ description: 'The same for each retry; 64 characters at most.' }) requestId: string;
}
@InputType()
export class WithdrawTeamPaperInput {
  @Field(() => ID, { description: 'Which paper.' }) teamPaperId: string;
  @Field({ description: 'Why; 300 characters at most.' }) why: string;
}
export const TeamPapersResult = createUnionType({
  name: 'TeamPapersResult',
  types: () => [TeamPaperListType, InvalidInput, NotFound] as const,
});

export function toTeamPaper({ row, why, files }: TeamPaperView): TeamPaperType {
  const { kind, number, datedOn, amountFen, addedAt, withdrawnAt } = row;
  return make(TeamPaperType, {
    ...{ id: toGlobalId('TeamPaper', row.id), kind, number, datedOn, amount: amountFen?.toString() ?? null },
    ...{ addedAt, withdrawnAt, why: why ?? '', files: files.map(toFile) },
  });
}

function toFile({ id, name, kind, byteCount, createdAt }: PaperView): TeamPaperFileType {
  const globalId = toGlobalId('StoredFile', id);
  const about = { name, kind, bytes: byteCount, addedAt: createdAt };
  return make(TeamPaperFileType, { id: globalId, path: `/files/${globalId}`, ...about });
}
