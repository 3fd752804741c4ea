// What an application waits for, from the rows that hang on it.
import type { LocalDate } from '@tongxing/shared/kernel';
import { ageStanding, type ApplicationAnswers, type ApplicationStanding } from '@tongxing/shared/rules';
import type { ApplicationState } from '@tongxing/shared/states';

interface Standing {
  readonly application: {
    readonly state: ApplicationState;
    readonly pausedAt?: string | undefined;
    readonly answers: ApplicationAnswers;
  };
  readonly asks: readonly {
    readonly kind: 'GUARDIAN' | 'REFEREE';
    readonly ended: boolean;
    readonly answer?: 'YES' | 'WITH_CARE' | 'NO' | undefined;
  }[];
}
export interface StandingNeeds {
  readonly today: LocalDate;
  readonly minimumAge: number;
  readonly referees: number;
}

/** A link that was replaced says nothing any more; the latest word of a guardian counts. */
export function standingOf({ application, asks }: Standing, needs: StandingNeeds): ApplicationStanding {
  const { state, pausedAt, answers } = application;
  const standing = asks.filter(({ ended }) => !ended);
  const guardian = standing.filter(({ kind }) => kind === 'GUARDIAN').at(-1)?.answer;
  return {
    state,
    paused: pausedAt !== undefined,
    minor: ageStanding(answers.birthDate, needs.today, needs.minimumAge) === 'MINOR',
    guardian: guardian === undefined ? undefined : guardian === 'YES' ? 'YES' : 'NO',
    referencesNeeded: needs.referees,
    referencesGiven: standing.filter(({ kind, answer }) => kind === 'REFEREE' && answer !== undefined).length,
  };
}
