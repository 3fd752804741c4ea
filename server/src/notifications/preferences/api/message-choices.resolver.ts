import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { frequenciesOf, frequencyOf, kindsFor, type MessagePreferences } from '@tongxing/shared/rules';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import { make, toCommonPayload } from '../../../platform/graphql/index.js';
import { Preferences, type OwnPreferences } from '../preferences.js';
import {
  ChangeMyMessageChoicesInput,
  ChangeMyMessageChoicesResult,
  MessageChoicesType,
  MessageKindChoiceType,
} from './message-choices.types.js';

@Resolver()
export class MessageChoicesResolver {
  constructor(private readonly service: Preferences) {}

  @Query(() => MessageChoicesType, { description: 'How the viewer wants to be told what.' })
  @Allow('account.own')
  async myMessageChoices(@Context('actor') actor: PersonActor): Promise<MessageChoicesType> {
    return toChoices(actor, await this.service.own(actor));
  }

  @Mutation(() => ChangeMyMessageChoicesResult, { description: 'Changes how the viewer is told what, from now on.' })
  @Allow('account.own')
  async changeMyMessageChoices(
    @Args('input') input: ChangeMyMessageChoicesInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ChangeMyMessageChoicesResult> {
    const { chosen } = await this.service.own(actor);
    const outcome = await this.service.save(actor, input.version, toPreferences(input, chosen));
    return outcome.ok ? toChoices(actor, outcome.value) : toCommonPayload(outcome.error);
  }
}

function toPreferences(input: ChangeMyMessageChoicesInput, before: MessagePreferences): MessagePreferences {
  const { kinds, digestHour, digestWeekday } = input;
  return {
    ...{ digestHour, digestWeekday },
    frequencies: {
      ...before.frequencies,
      ...Object.fromEntries(kinds.map(({ kind, frequency }) => [kind, frequency])),
    },
    quietFrom: input.quietFrom ?? undefined,
    quietUntil: input.quietUntil ?? undefined,
    channel: input.channel ?? undefined,
  };
}

function toChoices({ roles }: PersonActor, { chosen, version, channels }: OwnPreferences): MessageChoicesType {
  const kinds = kindsFor(roles).map((kind) =>
    make(MessageKindChoiceType, { kind, frequency: frequencyOf(chosen, kind), offered: [...frequenciesOf(kind)] }),
  );
  const { digestHour, digestWeekday } = chosen;
  return make(MessageChoicesType, {
    ...{ kinds, digestHour, digestWeekday, version, channels: [...channels] },
    quietFrom: chosen.quietFrom ?? null,
    quietUntil: chosen.quietUntil ?? null,
    channel: chosen.channel ?? null,
  });
}
