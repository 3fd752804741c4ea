import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { readFragment, type FragmentType } from '../../gql/index.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { BookingProblem } from './BookingProblem.js';
import { BOOKING_OUTCOME } from './team-booking.operations.js';

interface Answer {
  readonly data?: { readonly outcome: FragmentType<typeof BOOKING_OUTCOME> } | undefined;
  readonly error?: CombinedError | undefined;
}

/** Sends one step of a booking, and keeps why it did not happen; the page then shows what is true now. */
export function useBookingStep(reload: () => void): {
  readonly problem: ReactNode;
  /** True where the step happened. */
  readonly step: (send: () => Promise<Answer>) => Promise<boolean>;
} {
  const [problem, setProblem] = useState<ReactNode>(null);
  const step = async (send: () => Promise<Answer>): Promise<boolean> => {
    setProblem(null);
    const { data, error } = await send();
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return false;
    }
    const outcome = readFragment(BOOKING_OUTCOME, data.outcome);
    const done = outcome.__typename === 'TeamBooking';
    if (outcome.__typename !== 'TeamBooking') setProblem(<BookingProblem outcome={outcome} reload={reload} />);
    reload();
    return done;
  };
  return { problem, step };
}
