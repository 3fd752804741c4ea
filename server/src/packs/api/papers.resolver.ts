import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload } from '../../platform/graphql/index.js';
import { TeamPapers, type TeamPaperError, type TeamPaperView } from '../team-papers.js';
import {
  AddTeamPaperInput,
  TeamPaperListType,
  TeamPapersResult,
  toTeamPaper,
  WithdrawTeamPaperInput,
} from './papers.types.js';

@Resolver()
export class PapersResolver {
  constructor(private readonly papers: TeamPapers) {}

  @Query(() => TeamPaperListType, { description: 'Donation agreements and receipts that were brought in at a pack.' })
  @Allow('pack.read')
  async teamPapers(
    @Args('packId', { type: () => ID, description: 'At which pack.' }) id: string,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<TeamPaperListType> {
    return toList(await this.papers.ofPack(agencyId, packOf(id)));
  }

  @Mutation(() => TeamPapersResult, { description: 'Keeps a team’s donation agreement or receipt.' })
  @Allow('pack.send')
  async addTeamPaper(
    @Args('input') { packId, teamPaperFileIds, amount, ...said }: AddTeamPaperInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TeamPapersResult> {
    const files = teamPaperFileIds.map((id) => fromGlobalId('StoredFile', id) ?? id);
    const paper = { ...said, packId: packOf(packId), fileIds: files, amount: amount ?? undefined };
    return toOutcome(await this.papers.add(actor, paper));
  }

  @Mutation(() => TeamPapersResult, { description: 'Withdraws a paper that is wrong; the team reads it no more.' })
  @Allow('pack.send')
  async withdrawTeamPaper(
    @Args('input') { teamPaperId, why }: WithdrawTeamPaperInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TeamPapersResult> {
    return toOutcome(await this.papers.withdraw(actor, fromGlobalId('TeamPaper', teamPaperId) ?? '', why));
  }
}

const packOf = (id: string): string => fromGlobalId('TeamPack', id) ?? '';
const toList = (views: readonly TeamPaperView[]): TeamPaperListType =>
  make(TeamPaperListType, { papers: views.map(toTeamPaper) });
const toOutcome = (outcome: Result<TeamPaperView[], TeamPaperError>): typeof TeamPapersResult =>
  outcome.ok ? toList(outcome.value) : toCommonPayload(outcome.error);
