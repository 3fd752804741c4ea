import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { freePlaces } from './finding-view.js';
import { ProgrammeForm } from './ProgrammeForm.js';
import { PROGRAMMES } from './programmes.operations.js';
import styles from './programmes.module.css';
import { useProgrammeWords } from './use-programme-words.js';

/** What the agency offers to children, and how many places are left. */
export default function ProgrammesPage() {
  const { t } = useLingui();
  const may = useMay();
  const words = useProgrammeWords();
  const [{ data, error }, load] = useQuery({ query: PROGRAMMES });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page title={t`项目`} lead={<Trans>每个项目写明面向哪些孩子、有几个名额。给名额，在孩子的页面上。</Trans>}>
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={6} />
      ) : data.programmes.length === 0 ? (
        <EmptyState drawing={<HandsWithBook />} title={<Trans>还没有项目</Trans>}>
          <p>
            <Trans>设立第一个项目以后，就可以在孩子的页面上给名额。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['cards']}>
          {data.programmes.map((programme) => {
            const free = freePlaces(programme);
            return (
              <li key={programme.id}>
                <Card>
                  <h2 className={styles['name']} lang={words.nameLang(programme)}>
                    <Link to={`/agency/programmes/${encodeURIComponent(programme.id)}`}>{words.name(programme)}</Link>
                  </h2>
                  <p className={styles['line']}>
                    {words.level(programme.level)} · {words.support(programme.support)} ·{' '}
                    {words.period(programme.startsOn, programme.endsOn)}
                  </p>
                  <p className={styles['quiet']}>
                    <Trans>{programme.held} 个孩子在里面</Trans>
                    {free === undefined ? null : (
                      <>
                        {' · '}
                        <Trans>还有 {free} 个名额</Trans>
                      </>
                    )}
                  </p>
                </Card>
              </li>
            );
          })}
        </ul>
      )}
      {may('programme.change') ? (
        <Section title={<Trans>设立一个项目</Trans>}>
          <details className={styles['fold']} data-print="no">
            <summary>
              <Trans>写下名字、名额和条件</Trans>
            </summary>
            <Card>
              <ProgrammeForm saved={reload} />
            </Card>
          </details>
        </Section>
      ) : null}
      <WhoSees permission="programme.read" />
    </Page>
  );
}
