import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { SupervisedVolunteersQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { STATE_WORDS } from '../companionship/index.js';
import { inOrderOfNeed, loadOf } from './load-view.js';
import { SUPERVISED } from './supervised.operations.js';
import styles from './supervised.module.css';

type Supervised = SupervisedVolunteersQuery['supervisedVolunteers'][number];

/** A supervisor's own volunteers and what each carries now; whoever may need a talk comes first. */
export default function SupervisedPage() {
  const { t } = useLingui();
  const { today } = useViewer().agency;
  const [{ data, error }, load] = useQuery({ query: SUPERVISED, requestPolicy: 'cache-and-network' });
  const all = data?.supervisedVolunteers;
  return (
    <Page title={t`我督导的志愿者`} lead={<Trans>每个人现在陪着几个孩子，什么时候有空，谁可能想谈一谈。</Trans>}>
      {error && !all ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !all ? (
        <LoadingState lines={6} />
      ) : all.length === 0 ? (
        <EmptyState drawing={<TwoPaths />} title={<Trans>还没有由您督导的志愿者</Trans>}>
          <p>
            <Trans>在志愿者名单里选几个人，可以请您来督导。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['volunteers']}>
          {inOrderOfNeed(all, today).map((volunteer) => (
            <li key={volunteer.id}>
              <VolunteerLoad volunteer={volunteer} today={today} />
            </li>
          ))}
        </ul>
      )}
      <WhoSees permission="volunteer.read" />
    </Page>
  );
}

function VolunteerLoad({ volunteer, today }: { readonly volunteer: Supervised; readonly today: string }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { held, free, paused, late, minutes } = loadOf(volunteer, today);
  const needs = paused > 0 || late > 0;
  const times = volunteer.freeTimes.map(format.weeklyTime);
  return (
    <Card tone={needs ? 'waiting' : undefined}>
      <div className={styles['head']}>
        <h2>
          <Link to={`/agency/volunteers/${encodeURIComponent(volunteer.id)}`}>{volunteer.name}</Link>
        </h2>
        <p>
          <Trans>
            {held.length} / {volunteer.places} 个名额
          </Trans>
          {free > 0 ? (
            <>
              {' · '}
              <Plural value={free} other="还可以陪 # 个孩子" />
            </>
          ) : null}
        </p>
      </div>
      {late > 0 ? (
        <p className={styles['late']}>
          <Plural value={late} other="# 段陪伴过了约好的联系日子" />
        </p>
      ) : null}
      {held.length > 0 ? (
        <ul className={styles['pairs']}>
          {held.map(({ id, state, child, nextContactOn }) => (
            <li key={id}>
              <Link to={`/agency/companionships/${encodeURIComponent(id)}`}>{child.pseudonym}</Link>
              <StateBadge tone={STATE_WORDS[state].tone}>{i18n._(STATE_WORDS[state].word)}</StateBadge>
              {state === 'ACTIVE' && nextContactOn ? (
                <small>
                  <Trans>下一次联系：{format.day(nextContactOn)} 以前</Trans>
                </small>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles['quiet']}>
          <Trans>现在没有陪伴。</Trans>
        </p>
      )}
      <p className={styles['quiet']}>
        {times.length > 0 ? (
          <Trans>
            有空的时间（每周 {Math.round(minutes / 60)} 小时）：{format.list(times)}
          </Trans>
        ) : (
          <Trans>还没有填写有空的时间。</Trans>
        )}
      </p>
    </Card>
  );
}
