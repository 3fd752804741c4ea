import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { TextLanguage } from '@tongxing/shared/disclosure';
import { Allow, Public, type GuardianActor } from '../../../platform/access/index.js';
import { make, toCommonPayload, type GraphqlContext } from '../../../platform/graphql/index.js';
import { OwnLedger, type OwnLineView } from '../own-ledger.js';
import { LanguageEnum } from './ledger-enums.js';
import { toText } from './ledger.payloads.js';
import {
  AnswerOwnConsentInput,
  OwnAnswerType,
  OwnConsentLineType,
  OwnConsentResult,
  OwnConsentsType,
  TakeBackOwnConsentInput,
} from './own-ledger.types.js';

@Resolver()
export class OwnLedgerResolver {
  constructor(private readonly ledger: OwnLedger) {}

  @Query(() => OwnConsentsType, {
    nullable: true,
    description: 'What the guardian who holds the personal link was asked and answered; null without one.',
  })
  @Public('consent.withdrawOwn')
  async ownConsents(
    @Args('language', { type: () => LanguageEnum, description: 'In which language.' }) language: TextLanguage,
    @Context() { actor }: GraphqlContext,
  ): Promise<OwnConsentsType | null> {
    return actor?.kind === 'guardian' ? toOwn(await this.ledger.lines(actor, language)) : null;
  }

  @Mutation(() => OwnConsentResult, { description: 'A guardian’s yes to some and no to others, by the personal link.' })
  @Allow('consent.giveOwn')
  async answerOwnConsent(
    @Args('input') { occasion, ...input }: AnswerOwnConsentInput,
    @Context('actor') actor: GuardianActor,
  ): Promise<typeof OwnConsentResult> {
    const outcome = await this.ledger.answer(actor, { ...input, occasion: occasion ?? undefined });
    return outcome.ok ? toOwn(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => OwnConsentResult, {
    description: 'Takes back everything of one purpose; the next request of whoever saw it shows nothing.',
  })
  @Allow('consent.withdrawOwn')
  async takeBackOwnConsent(
    @Args('input') { occasion, ...input }: TakeBackOwnConsentInput,
    @Context('actor') actor: GuardianActor,
  ): Promise<typeof OwnConsentResult> {
    const outcome = await this.ledger.takeBack(actor, { ...input, occasion: occasion ?? undefined });
    return outcome.ok ? toOwn(outcome.value) : toCommonPayload(outcome.error);
  }
}

const toOwn = (lines: readonly OwnLineView[]): OwnConsentsType =>
  make(OwnConsentsType, {
    lines: lines.map(({ purpose, audience, occasion = null, until, asked, groups, ...text }) =>
      make(OwnConsentLineType, {
        ...{ purpose, audience, occasion, until, asked },
        text: toText(text),
        groups: groups.map((group) => make(OwnAnswerType, group)),
      }),
    ),
  });
