import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useSearchParams } from 'react-router';
import type { RightsRequestsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { useFormat } from '../../ui/format/use-format.js';
import { usePages } from '../../ui/list/use-pages.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { DueWords } from './DueWords.js';
import { ASKED_BY_WORDS, RIGHT_WORDS, STATE_TONES, STATE_WORDS } from './rights-words.js';
import { RIGHTS_REQUESTS } from './rights.operations.js';
import styles from './rights.module.css';

type Request = RightsRequestsQuery['rightsRequests']['edges'][number]['node'];

/** What people ask about what is kept of them; what waits longest stands first, with its day. */
export default function RightsPage() {
  const { t } = useLingui();
  const [params] = useSearchParams();
  const open = params.get('show') !== 'done';
  const { first, rows, error, more, reload } = usePages(
    RIGHTS_REQUESTS,
    { open, first: 50 },
    (data) => data.rightsRequests,
  );
  const total = first?.rightsRequests.totalCount ?? 0;
  return (
    <Page
      title={t`关于个人信息的请求`}
      lead={<Trans>查看、更正、转移、删除，是每个人的权利。按机构承诺的期限答复；不同意的，写明理由。</Trans>}
    >
      <nav className={styles['tabs']} aria-label={t`看哪些请求`}>
        <Link to="/agency/rights" aria-current={open ? 'page' : undefined}>
          <Trans>等答复的</Trans>
        </Link>
        <Link to="/agency/rights?show=done" aria-current={open ? undefined : 'page'}>
          <Trans>办完的</Trans>
        </Link>
      </nav>
      {error && !first ? (
        <ErrorState error={error} retry={reload} />
      ) : !first ? (
        <LoadingState lines={5} />
      ) : rows.length === 0 ? (
        <EmptyState
          drawing={<OpenWindow />}
          title={open ? <Trans>没有等答复的请求</Trans> : <Trans>还没有办完的请求</Trans>}
        >
          <p>
            <Trans>志愿者在手机上、监护人通过专属链接提出的请求，会出现在这里和“今天”里。</Trans>
          </p>
        </EmptyState>
      ) : (
        <>
          <p className={styles['quiet']}>
            <Plural value={total} other="共 # 项" />
          </p>
          <ul className={styles['requests']}>
            {rows.map((request) => (
              <RequestLine key={request.id} request={request} />
            ))}
          </ul>
        </>
      )}
      {more ? (
        <Button variant="default" loading={more.loading} onClick={more.load}>
          <Trans>再看一些</Trans>
        </Button>
      ) : null}
      <WhoSees permission="rights.read" />
    </Page>
  );
}

function RequestLine({ request }: { readonly request: Request }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { id, personName, right, state, askedBy, askedOn, dueOn } = request;
  return (
    <li className={styles['request']}>
      <div className={styles['head']}>
        <h2>
          <Link to={`/agency/rights/${encodeURIComponent(id)}`}>
            {personName} · {i18n._(RIGHT_WORDS[right])}
          </Link>
        </h2>
        <StateBadge tone={STATE_TONES[state]}>{i18n._(STATE_WORDS[state])}</StateBadge>
      </div>
      <p className={styles['quiet']}>
        {i18n._(ASKED_BY_WORDS[askedBy])} · {format.day(askedOn)}
      </p>
      {state === 'RECEIVED' ? <DueWords askedOn={askedOn} dueOn={dueOn} /> : null}
    </li>
  );
}
