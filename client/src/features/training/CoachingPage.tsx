import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { LinkButton } from '../../ui/button/Button.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { STEP } from './coaching-words.js';
import { COACHING } from './training.operations.js';
import styles from './training.module.css';

/** The coach's view: who is stuck where on the way to being trained, and what helps next. */
export default function CoachingPage() {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const [address] = useSearchParams();
  const everybody = address.get('of') === 'all';
  const [{ data, error }, load] = useQuery({
    query: COACHING,
    variables: { everybody },
    requestPolicy: 'cache-and-network',
  });
  const stuck = data?.coaching.stuck ?? [];
  return (
    <Page
      title={t`谁停在哪里`}
      lead={<Trans>从报名到学完，谁停住了、下一步做什么。最要紧的在最前面。</Trans>}
      actions={
        everybody ? (
          <LinkButton to="/agency/coaching" variant="default">
            <Trans>只看我身边的人</Trans>
          </LinkButton>
        ) : (
          <LinkButton to="/agency/coaching?of=all" variant="default">
            <Trans>看所有人</Trans>
          </LinkButton>
        )
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !data ? (
        <LoadingState lines={6} />
      ) : stuck.length === 0 ? (
        <EmptyState drawing={<TwoPaths />} title={<Trans>没有人停住</Trans>}>
          <p>
            {everybody ? (
              <Trans>看过的人里，每个人的培训都还有效。</Trans>
            ) : (
              <Trans>您督导的、和您一起陪伴孩子的志愿者，培训都还有效。</Trans>
            )}
          </p>
        </EmptyState>
      ) : (
        <>
          <p className={styles['quiet']}>
            <Plural value={data.coaching.of} other="一共看了 # 位志愿者" />
            {' · '}
            <Plural value={stuck.length} other="# 位在路上" />
          </p>
          <ul className={styles['list']}>
            {stuck.map(({ volunteerId, name, step, on, lessonsDone, askedAgain }) => (
              <li key={volunteerId}>
                <Card>
                  <div className={styles['head']}>
                    <h2 className={styles['name']}>
                      <Link to={`/agency/volunteers/${encodeURIComponent(volunteerId)}`}>{name}</Link>
                    </h2>
                    <StateBadge tone={STEP[step].tone}>{i18n._(STEP[step].word)}</StateBadge>
                  </div>
                  <p className={styles['quiet']}>
                    {on ? `${format.day(on)} · ` : null}
                    {i18n._(STEP[step].next)}
                    {lessonsDone > 0 ? (
                      <>
                        {' · '}
                        <Plural value={lessonsDone} other="手机上学完 # 课" />
                      </>
                    ) : null}
                  </p>
                  {askedAgain ? (
                    <p className={styles['quiet']}>
                      <Trans>
                        多想了几遍的一课：{i18n.locale === 'en' ? askedAgain.lesson.en : askedAgain.lesson.zh}
                      </Trans>
                      {' · '}
                      <Plural value={askedAgain.times} other="又问了 # 次" />
                    </p>
                  ) : null}
                </Card>
              </li>
            ))}
          </ul>
        </>
      )}
      <WhoSees permission="learning.coach" />
    </Page>
  );
}
