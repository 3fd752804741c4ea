import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, type CombinedError } from 'urql';
import { readFragment } from '../../gql/index.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { OWN_APPLICATION, PAUSE, WITHDRAW } from './applying.operations.js';
import type { Ready } from './ApplyForm.js';
import type { PauseApplicationMutation } from '../../gql/graphql.js';

/** Resting, going on and taking back: the applicant's own steps at any moment before the decision. */
export function useOwnSteps(code: string, { took }: Pick<Ready, 'took'>) {
  const [pausing, pause] = useMutation(PAUSE);
  const [withdrawing, withdraw] = useMutation(WITHDRAW);
  const [problem, setProblem] = useState<ReactNode>(null);

  const answered = (
    result: PauseApplicationMutation['pauseApplication'] | undefined,
    error: CombinedError | undefined,
  ) => {
    if (!result) return setProblem(<RequestFault error={error} />);
    if (result.__typename !== 'MyApplication') {
      return setProblem(<Trans>这份报名刚刚有了变化。请重新打开这一页看一看。</Trans>);
    }
    setProblem(null);
    took(readFragment(OWN_APPLICATION, result));
  };
  return {
    problem,
    busy: pausing.fetching || withdrawing.fetching,
    pause: async (paused: boolean) => {
      const { data, error } = await pause({ input: { code, paused } });
      answered(data?.pauseApplication, error);
    },
    withdraw: async () => {
      const { data, error } = await withdraw({ input: { code } });
      answered(data?.withdrawApplication, error);
    },
  };
}
