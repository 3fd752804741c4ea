import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import type { CreditsToDecideQuery } from '../../gql/graphql.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { PaperList } from '../../ui/upload/PaperList.js';
import { CREDITS_TO_DECIDE } from './credit.operations.js';
import { DecideCredit } from './DecideCredit.js';
import styles from './training.module.css';

type Waiting = CreditsToDecideQuery['creditsToDecide']['waiting'][number];

/** What volunteers learned elsewhere: the paper is looked at by somebody else, who decides. */
export default function TrainingCreditPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: CREDITS_TO_DECIDE, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const waiting = data?.creditsToDecide.waiting ?? [];
  return (
    <Page
      title={t`别处学过的培训`}
      lead={<Trans>志愿者说在别处学过，附上了证明。看过的人来决定；自己的，请同事来看。</Trans>}
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={6} />
      ) : waiting.length === 0 ? (
        <EmptyState drawing={<TwoPaths />} title={<Trans>没有在等的</Trans>}>
          <p>
            <Trans>志愿者在“我的培训”里提出来，就会排在这里。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['list']}>
          {waiting.map((one) => (
            <li key={one.id}>
              <ToDecide one={one} reload={reload} />
            </li>
          ))}
        </ul>
      )}
      <WhoSees permission="learning.decideCredit" />
    </Page>
  );
}

function ToDecide({ one, reload }: { readonly one: Waiting; readonly reload: () => void }) {
  const format = useFormat();
  const { course, place } = one;
  const papers = one.papers.map(({ pdf, ...paper }) => {
    const kind = pdf ? ('PDF' as const) : ('IMAGE' as const);
    return { ...paper, kind };
  });
  return (
    <Card>
      <div className={styles['head']}>
        <h2 className={styles['name']}>{one.name}</h2>
        <span className={styles['quiet']}>
          <Trans>{format.dayOf(one.askedAt)} 提的</Trans>
        </span>
      </div>
      <p>
        <strong lang={dataLang(course.title)}>{course.title}</strong>
        {' · '}
        <span lang={dataLang(place)}>{place}</span>
        {' · '}
        <Trans>
          {format.day(one.learnedOn)} 学完，算到 {format.day(one.until)}
        </Trans>
      </p>
      <PaperList papers={papers} />
      {one.own ? (
        <p className={styles['quiet']}>
          <Trans>这是您自己提的，请另一位同事来看。</Trans>
        </p>
      ) : (
        <DecideCredit creditId={one.id} reload={reload} />
      )}
    </Card>
  );
}
