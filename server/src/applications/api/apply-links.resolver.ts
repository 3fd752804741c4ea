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
  constructor(private readonly forms: ApplyForms) {}

  @Query(() => [ApplyLinkType], { description: 'Links to the form that were made, the newest first.' })
  @Allow('application.invite')
  async applyLinks(@Context('actor') actor: PersonActor): Promise<ApplyLinkType[]> {
    return (await this.forms.links(actor)).map(toLink);
  }

  @Mutation(() => MakeApplyLinkResult, { description: 'Makes a link to the form for a team or an occasion.' })
  @Allow('application.invite')
  async makeApplyLink(
    @Args('input') { kind, name }: MakeApplyLinkInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MakeApplyLinkResult> {
    const outcome = await this.forms.make(actor, kind, name);
    return outcome.ok ? toLink(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => CloseApplyLinkResult, { description: 'Nobody new comes by it; whoever has begun goes on.' })
  @Allow('application.invite')
  async closeApplyLink(
    @Args('input') { applyLinkId }: CloseApplyLinkInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CloseApplyLinkResult> {
    const outcome = await this.forms.close(actor, fromGlobalId('ApplyLink', applyLinkId) ?? '');
    return outcome.ok ? toLink(outcome.value) : toCommonPayload(outcome.error);
  }
}

const toLink = ({ id, kind, name, code, createdAt, closedAt }: ApplyLinkView): ApplyLinkType =>
  make(ApplyLinkType, {
    ...{ kind, name, createdAt },
    id: toGlobalId('ApplyLink', id),
    path: `/apply?${kind === 'TEAM' ? 'team' : 'invitation'}=${code}`,
    closedAt: closedAt ?? null,
  });
