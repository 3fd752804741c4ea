import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import type { ConcernsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { useFormat } from '../../ui/format/use-format.js';
import { usePages } from '../../ui/list/use-pages.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { RAISED_BY } from './concern-words.js';
import { CONCERNS, MARK_CONCERN_SEEN } from './concerns.operations.js';
import styles from './concerns.module.css';

type Concern = ConcernsQuery['concerns']['edges'][number]['node'];

/** What somebody is worried about, what nobody has seen first; nothing here can be deleted. */
export default function ConcernsPage() {
  const { t } = useLingui();
  const pages = usePages(CONCERNS, { first: 50 }, (data) => data.concerns);
  const { first, rows, error, more, reload } = pages;
  return (
    <Page title={t`安全关切`} lead={<Trans>先看这里。涉及侵害的，在期限以前报告主管部门；不要反复追问孩子。</Trans>}>
      {error && !first ? (
        <ErrorState error={error} retry={reload} />
      ) : !first ? (
        <LoadingState lines={6} />
      ) : rows.length === 0 ? (
        <EmptyState drawing={<TwoPaths />} title={<Trans>没有等着看的安全关切</Trans>}>
          <p>
            <Trans>志愿者、同事，或者拿着家庭卡的孩子和家人说出的担心，会出现在这里。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['list']}>
          {rows.map((concern) => (
            <ConcernItem key={concern.id} concern={concern} reload={reload} />
          ))}
        </ul>
      )}
      {more ? (
        <Button variant="default" loading={more.loading} onClick={more.load}>
          <Trans>再看一些</Trans>
        </Button>
      ) : null}
      <WhoSees permission="concern.read" />
    </Page>
  );
}

function ConcernItem({ concern, reload }: { readonly concern: Concern; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [{ fetching }, markSeen] = useMutation(MARK_CONCERN_SEEN);
  const { childId, companionshipId, childName, raisedBy, seenBy, workerName } = concern;
  const seen = concern.state === 'SEEN';
  const mark = async (): Promise<void> => {
    const { data } = await markSeen({ input: { concernId: concern.id } });
    if (data?.markConcernSeen.__typename === 'Concern') toast({ message: t`记下了：您看到了这件事。` });
    reload();
  };
  return (
    <li className={styles['item']} data-seen={seen}>
      <div className={styles['head']}>
        <h2>{childId ? <Link to={`/agency/children/${encodeURIComponent(childId)}`}>{childName}</Link> : childName}</h2>
        <StateBadge tone={seen ? 'quiet' : 'waiting'}>
          {seen ? <Trans>{seenBy ?? ''}看到了</Trans> : <Trans>还没有人看过</Trans>}
        </StateBadge>
      </div>
      <p className={styles['said']}>
        {concern.text === '' ? <Trans>没有写字，只说了“有事不对”。请尽快联系孩子和家庭。</Trans> : concern.text}
      </p>
      <p className={styles['when']}>
        {raisedBy ? `${raisedBy} · ` : null}
        {i18n._(RAISED_BY[concern.raisedByKind])} · {format.instant(concern.raisedAt)}
        {workerName ? (
          <>
            {' · '}
            <Trans>负责的社会工作者：{workerName}</Trans>
          </>
        ) : null}
      </p>
      <p>
        <strong>
          <Due dueAt={concern.dueAt} />
        </strong>
      </p>
      <div className={styles['actions']}>
        {seen ? null : (
          <Button loading={fetching} onClick={() => void mark()}>
            <Trans>我看到了</Trans>
          </Button>
        )}
        {companionshipId ? (
          <Link to={`/agency/companionships/${encodeURIComponent(companionshipId)}`}>
            <Trans>去看这段陪伴</Trans>
          </Link>
        ) : null}
      </div>
    </li>
  );
}

const HOUR = 3_600_000;

/** The clock to the authority, in whole hours that are left. */
function Due({ dueAt }: { readonly dueAt: string }) {
  const format = useFormat();
  // As of when the page was opened: hours do not pass while one reads it.
  const [now] = useState(() => Date.now());
  const hours = Math.floor((Date.parse(dueAt) - now) / HOUR);
  const until = format.instant(dueAt);
  if (hours < 0) return <Trans>报告主管部门的期限 {until} 已经过了，请马上报告。</Trans>;
  return (
    <Trans>
      最迟 {until} 报告主管部门，还有 <Plural value={hours} other="# 小时" />。
    </Trans>
  );
}
