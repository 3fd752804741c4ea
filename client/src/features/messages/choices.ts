// What the form holds, and what it sends. Pure.
import type {
  ChangeMyMessageChoicesInput,
  MessageFrequency,
  MessageKind,
  MyMessageChoicesQuery,
} from '../../gql/graphql.js';

export type Choices = MyMessageChoicesQuery['myMessageChoices'];

/** The browser's fields hold texts; an empty one is “never” or “as usual”. */
export interface ChoiceValues {
  readonly frequencies: Readonly<Partial<Record<MessageKind, MessageFrequency>>>;
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly digestHour: string;
  readonly digestWeekday: string;
  readonly channel: '' | 'MAIL' | 'SMS';
}

/** What most people mean by a quiet night: offered when somebody begins to choose. */
export const USUAL_QUIET = { quietFrom: '22', quietUntil: '7' } as const;

export function toValues(choices: Choices): ChoiceValues {
  const { kinds, quietFrom, quietUntil, digestHour, digestWeekday, channel } = choices;
  return {
    frequencies: Object.fromEntries(kinds.map(({ kind, frequency }) => [kind, frequency])),
    quietFrom: quietFrom === null ? '' : String(quietFrom),
    quietUntil: quietUntil === null ? '' : String(quietUntil),
    digestHour: String(digestHour),
    digestWeekday: String(digestWeekday),
    channel: channel ?? '',
  };
}

export function toInput(values: ChoiceValues, version: number): ChangeMyMessageChoicesInput {
  const quiet = values.quietFrom !== '';
  return {
    kinds: (Object.entries(values.frequencies) as [MessageKind, MessageFrequency][]).map(([kind, frequency]) => ({
      kind,
      frequency,
    })),
    quietFrom: quiet ? Number(values.quietFrom) : null,
    quietUntil: quiet ? Number(values.quietUntil) : null,
    digestHour: Number(values.digestHour),
    digestWeekday: Number(values.digestWeekday),
    channel: values.channel === '' ? null : values.channel,
    version,
  };
}

/** Whether anything is sent together: only then is there an hour, or a day, to choose. */
export const gathers = ({ frequencies }: ChoiceValues, how: readonly MessageFrequency[]): boolean =>
  Object.values(frequencies).some((frequency) => how.includes(frequency));
