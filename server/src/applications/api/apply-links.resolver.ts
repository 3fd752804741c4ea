import { Inject } from '@nestjs/common';
import {
  Args,
  Context,
  createUnionType,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { Allow, Graded, type PersonActor } from '../../platform/access/index.js';
import { qrPicture } from '../../platform/auth/factors/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import {
  fromGlobalId,
  InstantType,
  InvalidInput,
  make,
  NotFound,
  toCommonPayload,
  toGlobalId,
} from '../../platform/graphql/index.js';
import { ApplyForms, type ApplyLinkView } from '../apply-forms.js';
import { words } from './application-words.js';

type ApplyLinkKind = 'INVITATION' | 'TEAM';
const ApplyLinkKindEnum = words<ApplyLinkKind>(['INVITATION', 'TEAM']);
registerEnumType(ApplyLinkKindEnum, { name: 'ApplyLinkKind', description: 'For whom a link to the form is.' });

@ObjectType('ApplyLink', { description: 'A link to the form, for a team or an occasion. Nothing is read by it.' })
@Graded('application', 'G2')
export class ApplyLinkType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ApplyLinkKindEnum, { description: 'For whom.' }) kind: ApplyLinkKind;
  @Field({ description: 'Name of the team, or what it is for.' }) name: string;
  @Field({ description: 'Where it leads, on this platform.' }) path: string;
  @Field(() => String, { nullable: true, description: 'The whole address as a QR picture, in SVG; null once closed.' })
  picture: string | null;
  @Field(() => InstantType, { description: 'Since when.' }) createdAt: string;
  @Field(() => InstantType, { nullable: true, description: 'Since when nobody new comes by it.' })
  closedAt: string | null;
}
@InputType()
export class MakeApplyLinkInput {
  @Field(() => ApplyLinkKindEnum, { description: 'For whom.' }) kind: ApplyLinkKind;
  @Field({ description: 'Name of the team, or what it is for; 60 characters.' }) name: string;
}
@InputType()
export class CloseApplyLinkInput {
  @Field(() => ID, { description: 'Which.' }) applyLinkId: string;
}
export const MakeApplyLinkResult = createUnionType({
  name: 'MakeApplyLinkResult',
  types: () => [ApplyLinkType, InvalidInput] as const,
});
export const CloseApplyLinkResult = createUnionType({
  name: 'CloseApplyLinkResult',
  types: () => [ApplyLinkType, NotFound] as const,
});

@Resolver()
export class ApplyLinksResolver {
  constructor(
    private readonly forms: ApplyForms,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => [ApplyLinkType], { description: 'Links to the form that were made, the newest first.' })
  @Allow('application.invite')
  async applyLinks(@Context('actor') actor: PersonActor): Promise<ApplyLinkType[]> {
    return Promise.all((await this.forms.links(actor)).map((link) => this.#show(link)));
  }

  @Mutation(() => MakeApplyLinkResult, { description: 'Makes a link to the form for a team or an occasion.' })
  @Allow('application.invite')
  async makeApplyLink(
    @Args('input') { kind, name }: MakeApplyLinkInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MakeApplyLinkResult> {
    const outcome = await this.forms.make(actor, kind, name);
    return outcome.ok ? this.#show(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => CloseApplyLinkResult, { description: 'Nobody new comes by it; whoever has begun goes on.' })
  @Allow('application.invite')
  async closeApplyLink(
    @Args('input') { applyLinkId }: CloseApplyLinkInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CloseApplyLinkResult> {
    const outcome = await this.forms.close(actor, fromGlobalId('ApplyLink', applyLinkId) ?? '');
    return outcome.ok ? this.#show(outcome.value) : toCommonPayload(outcome.error);
  }

  /** A link that is closed is on no new poster. */
  async #show({ id, kind, name, code, createdAt, closedAt }: ApplyLinkView): Promise<ApplyLinkType> {
    const path = `/apply?${kind === 'TEAM' ? 'team' : 'invitation'}=${code}`;
    return make(ApplyLinkType, {
      ...{ kind, name, createdAt, path },
      id: toGlobalId('ApplyLink', id),
      picture: closedAt ? null : await qrPicture(`${this.config.publicUrl}${path}`),
      closedAt: closedAt ?? null,
    });
  }
}
