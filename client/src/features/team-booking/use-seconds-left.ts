import { useEffect, useRef, useState } from 'react';

interface Answer {
  readonly secondsLeft?: number | null;
}

/**
 * Seconds that are left of a hold or an offer, counted down from what the server said when it answered: the device's
 * clock may be wrong, its pace is not. `over` is called once when nothing is left. Undefined for what does not run out.
 */
export function useSecondsLeft(answer: Answer, over: () => void): number | undefined {
  const [passed, setPassed] = useState({ answer, seconds: 0 });
  const tell = useRef(over);
  useEffect(() => {
    tell.current = over;
  }, [over]);
  const { secondsLeft } = answer;
  useEffect(() => {
    if (!secondsLeft) return undefined;
    const since = Date.now();
    const beat = setInterval(() => {
      const seconds = (Date.now() - since) / 1000;
      setPassed({ answer, seconds });
      if (seconds < secondsLeft) return;
      clearInterval(beat);
      tell.current();
    }, 1000);
    return () => clearInterval(beat);
  }, [answer, secondsLeft]);
  if (secondsLeft === null || secondsLeft === undefined) return undefined;
  // What was counted before belongs to an older answer.
  return Math.max(0, Math.ceil(secondsLeft - (passed.answer === answer ? passed.seconds : 0)));
}
