import { Trans, useLingui } from '@lingui/react/macro';
import type { DayNeed } from '../../gql/graphql.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { NEED } from './day-words.js';
import type { Day } from './DayPage.js';

export interface Answer {
  readonly __typename: string;
  readonly needs?: readonly DayNeed[];
}
export interface DayStepsProps {
  readonly day: Day;
  readonly reload: () => void;
}

export function Needs({ needs }: { readonly needs: readonly DayNeed[] }) {
  const { i18n } = useLingui();
  return (
    <div>
      <h2>
        <Trans>还需要</Trans>
      </h2>
      <ul>
        {needs.map((need) => (
          <li key={need}>{i18n._(NEED[need])}</li>
        ))}
      </ul>
    </div>
  );
}

export function Refused({ answer, reload }: { readonly answer: Answer; readonly reload: () => void }) {
  switch (answer.__typename) {
    case 'DayIncomplete':
      return <Needs needs={answer.needs ?? []} />;
    case 'NotFound':
    case 'StaleVersion':
    case 'TransitionRefused':
      return <CommonRefusal kind={answer.__typename} reload={reload} />;
    default:
      return <Trans>没有记下：请看看每一项，再试一次。</Trans>;
  }
}
