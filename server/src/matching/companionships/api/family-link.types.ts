import { Field, ID, InputType, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { LINK_KINDS, LINK_STATES, type LinkKind, type LinkState } from '../../../disclosure/index.js';
import { Graded } from '../../../platform/access/index.js';
import { InstantType, make, NotFound, toGlobalId } from '../../../platform/graphql/index.js';
import type { FamilyLinkView } from '../family-links.js';

const LinkStateEnum = Object.fromEntries(LINK_STATES.map((state) => [state, state])) as Record<LinkState, LinkState>;
registerEnumType(LinkStateEnum, { name: 'GuardianLinkState', description: 'Whether a personal link still opens.' });
const LinkKindEnum = Object.fromEntries(LINK_KINDS.map((kind) => [kind, kind])) as Record<LinkKind, LinkKind>;
registerEnumType(LinkKindEnum, { name: 'GuardianLinkKind', description: 'An address to follow, or a code to type.' });

@ObjectType('GuardianLink', { description: "A guardian's personal link; shown once." })
@Graded('consent', 'G4')
export class GuardianLinkType {
  @Field({ description: 'Path on this platform.' }) path: string;
  @Field(() => InstantType, { description: 'When it ends.' }) expiresAt: string;
}

@ObjectType('GuardianLinkEntry', { description: 'A link that was made; what it opens is known to its holder alone.' })
@Graded('consent', 'G4')
export class GuardianLinkEntryType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => LinkKindEnum, { description: 'What was handed over.' }) kind: LinkKind;
  @Field({ description: 'It can still be taken back: it opens, or a visit by it goes on.' }) revocable: boolean;
  @Field(() => LinkStateEnum, { description: 'Whether it still opens.' }) state: LinkState;
  @Field(() => String, { nullable: true, description: "The guardian on the child's file, for whom it was made." })
  guardianName: string | null;
  @Field({ description: 'Who made it.' }) madeBy: string;
  @Field(() => InstantType, { description: 'When it was made.' }) createdAt: string;
  @Field(() => InstantType, { description: 'When it ends, or would have ended.' }) expiresAt: string;
  @Field(() => InstantType, { nullable: true, description: 'When it was taken back.' }) revokedAt: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When it was last opened.' }) openedAt: string | null;
}

@ObjectType('EndedLink', { description: 'Whom a family calls whose personal link opens nothing any more.' })
@Graded('G0')
export class EndedLinkType {
  @Field({ description: 'The agency that made it.' }) agencyName: string;
  @Field(() => String, { nullable: true, description: 'Phone number for questions.' }) contactPhone: string | null;
}

@InputType()
export class CreateGuardianLinkInput {
  @Field(() => ID, { description: 'A companionship of the child.' }) companionshipId: string;
}

@InputType()
export class RevokeGuardianLinkInput {
  @Field(() => ID, { description: 'Which link.' }) guardianLinkId: string;
}

export const CreateGuardianLinkResult = createUnionType({
  name: 'CreateGuardianLinkResult',
  types: () => [GuardianLinkType, NotFound] as const,
});
export const RevokeGuardianLinkResult = createUnionType({
  name: 'RevokeGuardianLinkResult',
  types: () => [GuardianLinkEntryType, NotFound] as const,
});

export const toEntry = (link: FamilyLinkView): GuardianLinkEntryType =>
  make(GuardianLinkEntryType, {
    id: toGlobalId('GuardianLink', link.id),
    kind: link.kind,
    revocable: link.revocable,
    state: link.state,
    guardianName: link.guardianName ?? null,
    madeBy: link.madeBy ?? '',
    createdAt: link.createdAt,
    expiresAt: link.expiresAt,
    revokedAt: link.revokedAt ?? null,
    openedAt: link.openedAt ?? null,
  });
