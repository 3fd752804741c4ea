import { Trans, useLingui } from '@lingui/react/macro';
import type { CombinedError } from 'urql';
import type { RosterRefusal } from '../../gql/graphql.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { REFUSAL } from '../team-day/index.js';

interface RosterProblemProps {
  readonly outcome: { readonly __typename?: string; readonly why?: RosterRefusal } | undefined;
  readonly error: CombinedError | undefined;
}

/** Why nothing happened, in words; nothing where it did. */
export function RosterProblem({ outcome, error }: RosterProblemProps) {
  const { i18n } = useLingui();
  if (error) {
    return (
      <div role="alert">
        <RequestFault error={error} />
      </div>
    );
  }
  if (outcome?.why) return <p role="alert">{i18n._(REFUSAL[outcome.why])}</p>;
  if (outcome?.__typename === 'NotFound') {
    return (
      <p role="alert">
        <Trans>它刚刚有了变化。请刷新页面，看看现在是怎样的。</Trans>
      </p>
    );
  }
  return null;
}
