import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { SeriesLeftWhy, SeriesOutcomeFragment } from '../../gql/graphql.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';

export interface SeriesRefusedProps {
  readonly outcome: SeriesOutcomeFragment | undefined;
  readonly error: Parameters<typeof RequestFault>[0]['error'];
  readonly reload: () => void;
}

const page = (activityId: string) => `/agency/activities/${encodeURIComponent(activityId)}`;

/** Why nothing happened to a series, or which of its days stayed as they were; nothing where all went on. */
export function SeriesRefused({ outcome, error, reload }: SeriesRefusedProps) {
  const { t } = useLingui();
  const format = useFormat();
  const why: Readonly<Record<SeriesLeftWhy, string>> = {
    STATE: t`已经开放、办过或者正在办`,
    NEEDS: t`计划还没有写齐`,
    TAKEN: t`场地或同事那时已经有别的活动`,
    OWN_PLAN: t`这是您自己的计划，请另一位同事审阅`,
    DATE: t`这一天已经过去`,
  };
  switch (outcome?.__typename) {
    case undefined:
      return <RequestFault error={error} />;
    case 'SeriesHeld':
      return (
        <>
          <p>
            <Trans>没有取消：有团队要来，提前通知的时间已经过了。请先和他们说好，再一次一次地取消。</Trans>
          </p>
          <ul>
            {outcome.held.map(({ activityId, onDate, names }) => (
              <li key={activityId}>
                <Link to={page(activityId)}>{format.dayOfWeek(onDate)}</Link>：{format.list(names)}
              </li>
            ))}
          </ul>
        </>
      );
    case 'SeriesStepped':
      if (outcome.left.length === 0) return null;
      return (
        <>
          <p>
            <Trans>这几次没有动：</Trans>
          </p>
          <ul>
            {outcome.left.map((left) => (
              <li key={left.activityId}>
                <Link to={page(left.activityId)}>{format.dayOfWeek(left.onDate)}</Link>：{why[left.why]}
              </li>
            ))}
          </ul>
        </>
      );
    case 'InvalidInput':
      return <Trans>请再看看填写的内容。</Trans>;
    case 'NotFound':
    case 'StaleVersion':
    case 'TransitionRefused':
      return <CommonRefusal kind={outcome.__typename} reload={reload} />;
  }
}
