import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import type { ConcernsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
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
import { Due } from './Due.js';
import { STATE } from './step-words.js';
import styles from './concerns.module.css';

type Concern = ConcernsQuery['concerns']['edges'][number]['node'];

/** What somebody is worried about, what nobody has seen first, what is closed last; nothing here can be deleted. */
export default function ConcernsPage() {
  const { t } = useLingui();
  const pages = usePages(CONCERNS, { first: 50 }, (data) => data.concerns);
  const { first, rows, error, more, reload } = pages;
  return (
    <Page
      title={t`安全关切`}
      lead={<Trans>先看这里。涉及侵害的，在期限以前报告主管部门；不要反复追问孩子。</Trans>}
      actions={
        <>
          <LinkButton to="/agency/duty" variant="default">
            <Trans>值班</Trans>
          </LinkButton>
          <LinkButton to="/agency/incidents" variant="default">
            <Trans>突发事件和演练</Trans>
          </LinkButton>
        </>
      }
    >
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
  const { companionshipId, childName, raisedBy, seenBy, workerName } = concern;
  const seen = concern.state !== 'RECEIVED';
  const { word, tone } = STATE[concern.state];
  const page = `/agency/concerns/${encodeURIComponent(concern.id)}`;
  const mark = async (): Promise<void> => {
    const { data } = await markSeen({ input: { concernId: concern.id } });
    if (data?.markConcernSeen.__typename === 'Concern') toast({ message: t`记下了：您看到了这件事。` });
    reload();
  };
  return (
    <li className={styles['item']} data-seen={seen}>
      <div className={styles['head']}>
        <h2>
          <Link to={page}>{childName === '' ? <Trans>还不知道是哪个孩子</Trans> : childName}</Link>
        </h2>
        <StateBadge tone={tone}>{i18n._(word)}</StateBadge>
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
        {seenBy ? (
          <>
            {' · '}
            <Trans>{seenBy}看到了</Trans>
          </>
        ) : null}
      </p>
      <p>
        <strong>
          {concern.closedAt ? (
            <Trans>{format.instant(concern.closedAt)} 结束。</Trans>
          ) : (
            <Due dueAt={concern.dueAt} reportedAt={concern.reportedAt} />
          )}
        </strong>
      </p>
      <div className={styles['actions']}>
        {seen ? null : (
          <Button loading={fetching} onClick={() => void mark()}>
            <Trans>我看到了</Trans>
          </Button>
        )}
        <Link to={page}>
          <Trans>打开，记下每一步</Trans>
        </Link>
        {companionshipId ? (
          <Link to={`/agency/companionships/${encodeURIComponent(companionshipId)}`}>
            <Trans>去看这段陪伴</Trans>
          </Link>
        ) : null}
      </div>
    </li>
  );
}
