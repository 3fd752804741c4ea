import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { AgreementLanguage } from '@tongxing/shared/rules';
import { LocaleEnum } from '../../people/index.js';
import { Allow, Public, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload } from '../../platform/graphql/index.js';
import { CosignLinks, type ToCosign } from '../cosign-links.js';
import { SignedAtDesk } from '../signed-at-desk.js';
import {
  AgreementLinkMadeType,
  AgreementToCosignType,
  CosignAgreementInput,
  CosignAgreementResult,
  MakeAgreementLinkInput,
  MakeAgreementLinkResult,
  SignForGuardianInput,
  SignForGuardianResult,
} from './cosign.types.js';
import { ToAgreement } from './to-agreement.js';

/** A guardian's hand: by the link of a minor's agreement, or at the desk. */
@Resolver()
export class CosignResolver {
  constructor(
    private readonly links: CosignLinks,
    private readonly desk: SignedAtDesk,
    private readonly to: ToAgreement,
  ) {}

  @Mutation(() => MakeAgreementLinkResult, { description: 'Makes a guardian’s link; the one before ends.' })
  @Allow('agreement.offer')
  async makeAgreementLink(
    @Args('input') { agreementId }: MakeAgreementLinkInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MakeAgreementLinkResult> {
    const outcome = await this.links.make(actor, idOf(agreementId));
    return outcome.ok ? make(AgreementLinkMadeType, outcome.value) : toCommonPayload(outcome.error);
  }

  @Query(() => AgreementToCosignType, {
    nullable: true,
    description: 'A minor’s agreement; null for a link that has ended and for one that never was.',
  })
  @Public()
  async agreementToCosign(
    @Args('code', { description: 'The secret of the link.' }) code: string,
    @Args('language', { type: () => LocaleEnum, description: 'Of the words, as long as nobody has signed.' })
    language: AgreementLanguage,
  ): Promise<AgreementToCosignType | null> {
    const look = await this.links.look(code, language);
    return look ? toCosign(look) : null;
  }

  @Mutation(() => CosignAgreementResult, { description: 'A guardian signs beside a minor, by the link.' })
  @Public()
  async cosignAgreement(
    @Args('input') { code, language, textHash, ...hand }: CosignAgreementInput,
  ): Promise<typeof CosignAgreementResult> {
    const mark = { ...hand, signature: hand.signature ?? undefined };
    const outcome = await this.links.sign(code, { language, textHash, mark });
    return outcome.ok ? toCosign(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => SignForGuardianResult, {
    description: 'Writes down a guardian’s hand at the desk: on this device, before a witness, or on paper.',
  })
  @Allow('agreement.offer')
  async signForGuardian(
    @Args('input') { agreementId, version, language, textHash, signedOn, ...hand }: SignForGuardianInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SignForGuardianResult> {
    const mark = {
      ...hand,
      signature: hand.signature ?? undefined,
      witnessName: hand.witnessName ?? undefined,
    };
    const said = { version, language, textHash, mark, signedOn: (signedOn ?? undefined) as LocalDate | undefined };
    const outcome = await this.desk.sign(actor, idOf(agreementId), said);
    return outcome.ok ? this.to.desk(actor, outcome.value, language) : toCommonPayload(outcome.error);
  }
}

const idOf = (id: string): string => fromGlobalId('Agreement', id) ?? '';

const toCosign = ({ words, agencyPhone, agencyName, volunteerName, signed }: ToCosign): AgreementToCosignType =>
  make(AgreementToCosignType, {
    ...{ agencyName, volunteerName, signed, agencyPhone: agencyPhone ?? null },
    ...{ language: words.language, title: words.title, text: words.text, plain: words.plain, textHash: words.hash },
  });
