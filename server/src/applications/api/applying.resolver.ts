import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import type { ApplicationAnswers } from '@tongxing/shared/rules';
import { toTooMany } from '../../people/index.js';
import { Public } from '../../platform/access/index.js';
import {
  fromGlobalId,
  make,
  toCommonPayload,
  type GraphqlContext,
  type InvalidInputError,
  type NotFoundError,
  type TransitionError,
} from '../../platform/graphql/index.js';
import { ApplyForms } from '../apply-forms.js';
import { Applying, type OwnApplication } from '../applying.js';
import {
  ApplicationLinkAskedType,
  ApplicationStepResult,
  ApplyFormType,
  AskApplicationLinkInput,
  AskApplicationLinkResult,
  MyApplicationType,
  PauseApplicationInput,
  SaveApplicationInput,
  SendApplicationInput,
  StartApplicationInput,
  StartApplicationResult,
  toForm,
  toMine,
  WithdrawApplicationInput,
} from './applying.types.js';

@Resolver()
export class ApplyingResolver {
  constructor(
    private readonly applying: Applying,
    private readonly forms: ApplyForms,
  ) {}

  @Query(() => [ApplyFormType], {
    description: 'Agencies that look for volunteers; by a link the one that handed it out. Empty where it is closed.',
  })
  @Public()
  async applyForms(
    @Args('link', { type: () => String, nullable: true, description: 'Code of a link to the form.' })
    link?: string | null,
  ): Promise<ApplyFormType[]> {
    return (await this.forms.found(link ?? undefined)).map(toForm);
  }

  @Query(() => MyApplicationType, {
    nullable: true,
    description: 'An application by its code, for whoever wrote it; null where there is none.',
  })
  @Public()
  async myApplication(
    @Args('code', { description: 'Twelve signs, however they were typed.' }) code: string,
  ): Promise<MyApplicationType | null> {
    const found = await this.applying.find(code);
    return found ? toMine(found) : null;
  }

  @Mutation(() => StartApplicationResult, { description: 'Begins an application; nobody needs an account for it.' })
  @Public()
  async startApplication(
    @Args('input') { agencyId, link, ...input }: StartApplicationInput,
    @Context() { address }: GraphqlContext,
  ): Promise<typeof StartApplicationResult> {
    const chosen = agencyId ? (fromGlobalId('Agency', agencyId) ?? '') : undefined;
    const outcome = await this.applying.start({ ...input, agencyId: chosen, link: link ?? undefined }, address);
    if (outcome.ok) return toMine(outcome.value);
    return outcome.error.code === 'TOO_MANY_ATTEMPTS' ? toTooMany(outcome.error) : toCommonPayload(outcome.error);
  }

  @Mutation(() => ApplicationStepResult, { description: 'Keeps what was typed; what is left out stays as it was.' })
  @Public()
  async saveApplication(
    @Args('input') { code, ...typed }: SaveApplicationInput,
  ): Promise<typeof ApplicationStepResult> {
    return toPayload(await this.applying.save(code, toChange(typed)));
  }

  @Mutation(() => ApplicationStepResult, { description: 'Sends it. Of a minor the guardian is asked at once.' })
  @Public()
  async sendApplication(
    @Args('input') { code, privacyVersion }: SendApplicationInput,
  ): Promise<typeof ApplicationStepResult> {
    return toPayload(await this.applying.send(code, privacyVersion));
  }

  @Mutation(() => ApplicationStepResult, { description: 'Rests, or goes on; nothing is lost.' })
  @Public()
  async pauseApplication(
    @Args('input') { code, paused }: PauseApplicationInput,
  ): Promise<typeof ApplicationStepResult> {
    return toPayload(await this.applying.pause(code, paused));
  }

  @Mutation(() => ApplicationStepResult, { description: 'Takes it back; what was written is gone at once.' })
  @Public()
  async withdrawApplication(@Args('input') { code }: WithdrawApplicationInput): Promise<typeof ApplicationStepResult> {
    return toPayload(await this.applying.withdraw(code));
  }

  @Mutation(() => AskApplicationLinkResult, { description: 'The link once more, to the number of the form.' })
  @Public()
  async askApplicationLink(
    @Args('input') { phone }: AskApplicationLinkInput,
    @Context() { address }: GraphqlContext,
  ): Promise<typeof AskApplicationLinkResult> {
    const outcome = await this.applying.askLink(phone, address);
    if (outcome.ok) return make(ApplicationLinkAskedType, { asked: true });
    return outcome.error.code === 'TOO_MANY_ATTEMPTS' ? toTooMany(outcome.error) : toCommonPayload(outcome.error);
  }
}

function toPayload(
  outcome: Result<OwnApplication, InvalidInputError | NotFoundError | TransitionError>,
): typeof ApplicationStepResult {
  return outcome.ok ? toMine(outcome.value) : toCommonPayload(outcome.error);
}

/** Null is nothing that was typed. */
const toChange = (typed: Omit<SaveApplicationInput, 'code'>): ApplicationAnswers =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null && value !== undefined));
