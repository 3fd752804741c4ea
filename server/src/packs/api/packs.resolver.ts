import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Agencies } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId } from '../../platform/graphql/index.js';
import { ReleaseMarkType, toMark } from '../../progress/index.js';
import { CompanyPacks } from '../company-packs.js';
import { Packs } from '../packs.js';
import {
  CompanyPackType,
  LookAtThanksInput,
  LookAtThanksResult,
  PackHeadType,
  PackThanksListType,
  SendTeamPackInput,
  SendTeamPackResult,
  TeamPackType,
} from './packs.types.js';
import { toCompanyPack, toHead, toLookRefusal, toPack, toSendRefusal, toThanks } from './to-pack.js';

@Resolver()
export class PacksResolver {
  constructor(
    private readonly packs: Packs,
    private readonly company: CompanyPacks,
    private readonly agencies: Agencies,
  ) {}

  @Query(() => [PackHeadType], { description: 'Packs of the agency: those to be sent first, the earliest due first.' })
  @Allow('pack.read')
  async teamPacks(@Context('actor') { agencyId }: PersonActor): Promise<PackHeadType[]> {
    const today = await this.agencies.today(agencyId);
    return (await this.packs.list(agencyId)).map((head) => toHead(head, today));
  }

  @Query(() => TeamPackType, { nullable: true, description: 'One of them; null where there is none.' })
  @Allow('pack.read')
  async teamPack(
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<TeamPackType | null> {
    const view = await this.packs.find(agencyId, rowOf(id));
    return view ? toPack(view, await this.agencies.today(agencyId)) : null;
  }

  @Query(() => [ReleaseMarkType], { description: 'Places in a text for a team that may tell who somebody is.' })
  @Allow('release.check')
  async packMarks(
    @Args('text', { description: 'All that is to be sent, one text below the other.' }) text: string,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<ReleaseMarkType[]> {
    return (await this.packs.marksOf(agencyId, text)).map(toMark);
  }

  @Query(() => PackThanksListType, {
    nullable: true,
    description: 'What children said of the day; null where there is no such pack.',
  })
  @Allow('activity.withChildren')
  async packThanks(
    @Args('packId', { type: () => ID, description: 'Of which pack.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<PackThanksListType | null> {
    const thanks = await this.packs.thanksOf(actor, rowOf(id));
    return thanks ? toThanks(thanks) : null;
  }

  @Mutation(() => LookAtThanksResult, { description: 'The viewer has looked at all that is marked in these words.' })
  @Allow('activity.withChildren')
  async lookAtThanks(
    @Args('input') { packId, thanksId, marksSeen }: LookAtThanksInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof LookAtThanksResult> {
    const row = fromGlobalId('ActivityChild', thanksId) ?? '';
    const looked = await this.packs.lookAtThanks(actor, rowOf(packId), row, marksSeen);
    if (!looked.ok) return toLookRefusal(looked.error);
    return toThanks((await this.packs.thanksOf(actor, rowOf(packId))) ?? []);
  }

  @Mutation(() => SendTeamPackResult, { description: 'Sends the next edition to the team; nobody can take it back.' })
  @Allow('pack.send')
  async sendTeamPack(
    @Args('input') { packId, thanksIds, ...said }: SendTeamPackInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SendTeamPackResult> {
    const chosen = thanksIds.map((id) => fromGlobalId('ActivityChild', id) ?? id);
    const sent = await this.packs.send(actor, rowOf(packId), { ...said, thanksIds: chosen });
    return sent.ok ? toPack(sent.value, await this.agencies.today(actor.agencyId)) : toSendRefusal(sent.error);
  }

  @Query(() => [PackHeadType], { description: 'Packs that were sent to the viewer’s teams, the newest day first.' })
  @Allow('pack.readAsTeam')
  async companyPacks(@Context('actor') actor: PersonActor): Promise<PackHeadType[]> {
    const today = await this.agencies.today(actor.agencyId);
    return (await this.company.list(actor)).map((head) => toHead(head, today));
  }

  @Query(() => CompanyPackType, { nullable: true, description: 'One of them; null where there is none.' })
  @Allow('pack.readAsTeam')
  async companyPack(
    @Args('packId', { type: () => ID, description: 'Opaque id.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<CompanyPackType | null> {
    const view = await this.company.find(actor, rowOf(id));
    return view ? toCompanyPack(view, await this.agencies.today(actor.agencyId)) : null;
  }
}

const rowOf = (id: string): string => fromGlobalId('TeamPack', id) ?? '';
