// What may be written of a child at an activity, and when.
import type { ActivityState } from '@tongxing/shared/states';

export interface ChildSaid {
  readonly choice: 'SIGNED_UP' | 'OPTED_OUT';
  readonly came: boolean;
  readonly seemed: string | undefined;
  readonly note: string;
  readonly fetchedBy: string;
  readonly face: number | undefined;
  readonly words: string;
}
export interface Problem {
  readonly field: string;
  readonly code: string;
}

const SIGNS_UP: readonly ActivityState[] = ['RISK_REVIEWED', 'OPEN', 'ROSTER_LOCKED', 'RUNNING'];
/** What is said of the day is written on the day, or while the team looks back on it. */
const SPEAKS: readonly ActivityState[] = ['RUNNING', 'RECORDED', 'EVALUATED'];
const GLADDEST = 5;
const LONGEST = { note: 500, fetchedBy: 60, words: 500 } as const;

export const takesWords = (state: ActivityState): boolean => SPEAKS.includes(state);

/** Every field that needs another value. A child who was hurt or unwell is not left without a word of how (P07). */
export function childProblems(said: ChildSaid, state: ActivityState, wasThere: boolean): Problem[] {
  const wrong = (field: string, code: string, is: boolean): Problem[] => (is ? [{ field, code }] : []);
  const { choice, came, seemed, face } = said;
  return [
    ...wrong('choice', 'CLOSED', !SIGNS_UP.includes(state) && !SPEAKS.includes(state)),
    ...wrong('came', 'NOT_RUNNING', came && !SPEAKS.includes(state)),
    // Nobody is added once the attendance is closed.
    ...wrong('came', 'CLOSED', came && !wasThere && state !== 'RUNNING' && SPEAKS.includes(state)),
    ...wrong('came', 'OPTED_OUT', came && choice === 'OPTED_OUT'),
    ...wrong('came', 'WAS_THERE', !came && wasThere),
    ...wrong('fetchedBy', 'REQUIRED', state !== 'RUNNING' && wasThere && said.fetchedBy.trim() === ''),
    ...wrong('note', 'REQUIRED', came && (seemed === 'UNWELL' || seemed === 'HURT') && said.note.trim() === ''),
    ...wrong('face', 'OUT_OF_RANGE', face !== undefined && !(Number.isInteger(face) && face >= 0 && face <= GLADDEST)),
    ...(Object.keys(LONGEST) as (keyof typeof LONGEST)[]).flatMap((field) =>
      wrong(field, 'TOO_LONG', said[field].trim().length > LONGEST[field]),
    ),
  ];
}
