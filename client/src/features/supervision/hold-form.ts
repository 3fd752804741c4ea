// Between the form of a talk and what is sent: empty lines are left out, an empty choice is none.
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import type { HoldSupervisionInput } from '../../gql/graphql.js';

export interface SeatValues {
  readonly came: boolean;
  readonly wellbeing: string;
  readonly note: string;
  readonly praise: string;
}
export interface ActionValues {
  readonly text: string;
  readonly dueOn: string;
  readonly volunteerId: string;
}
export interface HeldValues {
  readonly heldOn: string;
  readonly minutes: string;
  readonly topics: string;
  readonly seats: SeatValues[];
  readonly actions: ActionValues[];
}
export interface WrittenTalk {
  readonly id: string;
  readonly version: number;
  readonly plannedOn: string;
  readonly heldOn?: string | null | undefined;
  readonly minutes?: number | null | undefined;
  readonly topics?: string | null | undefined;
  readonly seats: readonly {
    readonly volunteerId: string;
    readonly came: boolean;
    readonly wellbeing?: number | null | undefined;
    readonly note?: string | null | undefined;
    readonly praise?: string | null | undefined;
  }[];
  readonly actions: readonly {
    readonly text: string;
    readonly dueOn: string;
    readonly volunteerId?: string | null | undefined;
  }[];
}

const USUAL_MINUTES = 45;
const DAYS_TO_DO = 14;

export const blankAction = (today: string): ActionValues => ({
  text: '',
  volunteerId: '',
  dueOn: addDays(today as LocalDate, DAYS_TO_DO),
});

/** What stands in the form at first: what was written down before, else that everybody came. */
export function toValues(talk: WrittenTalk, today: string): HeldValues {
  const written = talk.heldOn != null;
  return {
    heldOn: talk.heldOn ?? (talk.plannedOn < today ? talk.plannedOn : today),
    minutes: String(talk.minutes ?? USUAL_MINUTES),
    topics: talk.topics ?? '',
    seats: talk.seats.map(({ came, wellbeing, note, praise }) => ({
      came: written ? came : true,
      wellbeing: wellbeing == null ? '' : String(wellbeing),
      note: note ?? '',
      praise: praise ?? '',
    })),
    actions:
      talk.actions.length > 0
        ? talk.actions.map(({ text, dueOn, volunteerId }) => ({ text, dueOn, volunteerId: volunteerId ?? '' }))
        : [blankAction(today)],
  };
}

export function toHeld({ id, version, seats }: WrittenTalk, values: HeldValues): HoldSupervisionInput {
  return {
    ...{ sessionId: id, version, heldOn: values.heldOn, minutes: Number(values.minutes), topics: values.topics },
    seats: seats.map(({ volunteerId }, index) => {
      const { came = true, wellbeing = '', note = '', praise = '' } = values.seats[index] ?? {};
      const step = wellbeing === '' ? null : Number(wellbeing);
      return { volunteerId, came, wellbeing: step, note: note || null, praise: praise || null };
    }),
    actions: values.actions
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, dueOn, volunteerId }) => ({ text, dueOn, volunteerId: volunteerId || null })),
  };
}
