import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useMay } from '../../app/session/session-context.js';
import type { ApplicationsQuery, ApplicationsShown } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { useFormat } from '../../ui/format/use-format.js';
import { FilterChips } from '../../ui/list/FilterChips.js';
import { usePages } from '../../ui/list/use-pages.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { Card, Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { AGE, STATE, VIA, WAIT } from './application-words.js';
import { APPLICATIONS } from './applications.operations.js';
import styles from './applications.module.css';

type Row = ApplicationsQuery['applications']['edges'][number]['node'];
const KEYS = ['show'] as const;
const SHOWN: readonly ApplicationsShown[] = ['WAITING', 'BEGUN', 'DECIDED'];
const PAGE = 30;

/** Who would like to volunteer: the one who waits longest stands first. */
export default function ApplicationsPage() {
  const { t } = useLingui();
  const may = useMay();
  const { values, set } = useUrlFilters(KEYS);
  const show = SHOWN.find((one) => one === values.show.toUpperCase()) ?? 'WAITING';
  const pages = usePages(APPLICATIONS, { show, first: PAGE }, (data) => data.applications);
  const { first, rows, error, more, reload } = pages;
  return (
    <Page
      title={t`报名`}
      lead={<Trans>想来做志愿者的人。先来的排在前面；每个人都会得到一个答复。</Trans>}
      actions={
        may('application.invite') ? (
          <LinkButton to="/agency/applications/links" variant="default">
            <Trans>报名链接</Trans>
          </LinkButton>
        ) : null
      }
    >
      <FilterChips
        label={t`看哪些报名`}
        value={show}
        choose={(value) => set('show', value === 'WAITING' ? '' : value.toLowerCase())}
        chips={[
          { value: 'WAITING', label: t`等我们的` },
          { value: 'BEGUN', label: t`还在写的` },
          { value: 'DECIDED', label: t`有结果的` },
        ]}
      />
      {error && !first ? (
        <ErrorState error={error} retry={reload} />
      ) : !first ? (
        <LoadingState lines={6} />
      ) : rows.length === 0 ? (
        <Nobody show={show} />
      ) : (
        <>
          <p className={styles['quiet']}>
            <Plural value={pages.totalCount} other="共 # 份" />
          </p>
          <ul className={styles['list']}>
            {rows.map((row) => (
              <li key={row.id}>
                <ApplicationCard row={row} />
              </li>
            ))}
          </ul>
          {more ? (
            <div>
              <Button variant="default" loading={more.loading} onClick={more.load}>
                <Trans>再看一些</Trans>
              </Button>
            </div>
          ) : null}
        </>
      )}
      <WhoSees permission="application.read" />
    </Page>
  );
}

function ApplicationCard({ row }: { readonly row: Row }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { id, name, state, paused, waits, age, via, linkName, startedAt, sentAt, others, decidedAt } = row;
  const ageWords = AGE[age];
  const [next] = waits;
  return (
    <Card tone={state === 'SENT' && !paused ? 'waiting' : undefined}>
      <div className={styles['head']}>
        <h2>
          <Link to={`/agency/applications/${encodeURIComponent(id)}`}>{name || <Trans>还没有写姓名</Trans>}</Link>
        </h2>
        <span className={styles['badges']}>
          {ageWords && state !== 'STARTED' ? (
            <StateBadge tone={ageWords.tone}>{i18n._(ageWords.word)}</StateBadge>
          ) : null}
          {paused ? (
            <StateBadge tone="paused">
              <Trans>先放一放</Trans>
            </StateBadge>
          ) : (
            <StateBadge tone={STATE[state].tone}>{i18n._(STATE[state].word)}</StateBadge>
          )}
        </span>
      </div>
      {next && state !== 'STARTED' ? <p>{i18n._(WAIT[next])}</p> : null}
      <p className={styles['quiet']}>
        {[
          linkName ? `${i18n._(VIA[via])} · ${linkName}` : i18n._(VIA[via]),
          decidedAt ? format.dayOf(decidedAt) : format.dayOf(sentAt ?? startedAt),
        ].join(' · ')}
        {others > 0 ? (
          <>
            {' · '}
            <Plural value={others} other="同一个号码还有 # 份" />
          </>
        ) : null}
      </p>
    </Card>
  );
}

function Nobody({ show }: { readonly show: ApplicationsShown }) {
  return (
    <EmptyState
      drawing={<HandsWithBook />}
      title={
        show === 'WAITING' ? (
          <Trans>现在没有等我们答复的报名</Trans>
        ) : show === 'BEGUN' ? (
          <Trans>没有正在写的报名</Trans>
        ) : (
          <Trans>还没有结果</Trans>
        )
      }
    >
      <p>
        <Trans>想多一些人知道，可以做一个报名链接，发给团队，或者印在海报上。</Trans>
      </p>
    </EmptyState>
  );
}
