import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { TellCompanyYearMutation } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import {
  CLOSE_COMPANY_YEAR,
  OPEN_COMPANY_YEAR,
  RUN_COMPANY_YEAR,
  TELL_COMPANY_YEAR,
} from './company-year.operations.js';
import styles from './company-year.module.css';
import type { DeskYear } from './use-year-words.js';

type Told = Extract<TellCompanyYearMutation['tellCompanyYear'], { __typename: 'CompanyYearTold' }>;
type Asking = 'open' | 'close' | 'tell';

/** Where the year stands, and its next step. */
export function YearSteps({ year, reload }: { readonly year: DeskYear; readonly reload: () => void }) {
  const { t } = useLingui();
  const may = useMay();
  const toast = useToast();
  const format = useFormat();
  const [{ fetching: opening }, open] = useMutation(OPEN_COMPANY_YEAR);
  const [{ fetching: closing }, close] = useMutation(CLOSE_COMPANY_YEAR);
  const [{ fetching: running }, run] = useMutation(RUN_COMPANY_YEAR);
  const [{ fetching: telling }, tell] = useMutation(TELL_COMPANY_YEAR);
  const [asking, setAsking] = useState<Asking>();
  const [problem, setProblem] = useState<ReactNode>(null);
  const proposed = year.teams.filter(({ places }) => places.some(({ state }) => state === 'PROPOSED')).length;
  const wished = year.teams.filter(({ wish }) => wish !== null).length;
  const step = { companyYearId: year.id, version: year.version };
  const after = (typename: string | undefined, error: Parameters<typeof RequestFault>[0]['error'], done: string) => {
    setAsking(undefined);
    if (typename === 'CompanyYear') toast({ message: done });
    else if (typename === undefined) setProblem(<RequestFault error={error} />);
    else if (typename === 'InvalidInput') setProblem(<Trans>目录里还没有活动，请先加一项。</Trans>);
    else setProblem(<CommonRefusal kind="StaleVersion" reload={reload} />);
    reload();
  };
  const openNow = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await open({ input: step });
    after(data?.openCompanyYear.__typename, error, t`目录开放了，企业可以选了。`);
  };
  const closeNow = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await close({ input: step });
    after(data?.closeCompanyYear.__typename, error, t`意愿截止了，可以排日子了。`);
  };
  const solve = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await run({ input: { companyYearId: year.id, requestId: newRequestId() } });
    const outcome = data?.runCompanyYear;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'CompanyYearRun') toast({ message: t`排好了，请看一看。` });
    else if (outcome.__typename === 'YearNotReady' && outcome.code === 'NOTHING_WISHED') {
      setProblem(<Trans>没有排：还没有企业选过活动。</Trans>);
    } else if (outcome.__typename === 'YearDayImpossible') {
      setProblem(<Trans>没有排：定下的日子放不到一起，请先放开或撤下其中一个。</Trans>);
    } else setProblem(<Trans>没有排：别的同事正在改。请过一会儿再试。</Trans>);
    reload();
  };
  const tellNow = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await tell({ input: step });
    setAsking(undefined);
    const outcome = data?.tellCompanyYear;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    switch (outcome.__typename) {
      case 'CompanyYearTold':
        if (outcome.told > 0) toast({ message: t`告诉企业了，等它们答复。` });
        if (outcome.refused.length > 0) setProblem(<NotTold refused={outcome.refused} />);
        return reload();
      case 'InvalidInput':
        return reload();
      default:
        setProblem(<CommonRefusal kind={outcome.__typename} reload={reload} />);
    }
  };
  const { run: last } = year;
  return (
    <Card tone={proposed > 0 ? 'waiting' : undefined}>
      <p className={styles['lead']}>
        {year.stage === 'PREPARING' ? (
          <Trans>目录还没有开放，企业看不到。开放以后可以选到{format.day(year.wishesUntil)}。</Trans>
        ) : year.stage === 'WISHING' ? (
          <Trans>
            企业可以选到{format.day(year.wishesUntil)}。{year.teams.length} 家里，{wished} 家选好了。
          </Trans>
        ) : last ? (
          <Trans>
            {last.companies} 家选过，{last.served} 家有日子，一共 {last.days} 天。
          </Trans>
        ) : (
          <Trans>意愿截止了，{wished} 家选过。现在可以排日子。</Trans>
        )}
      </p>
      {last ? (
        <p className={styles['quiet']}>
          <Trans>上次排：{format.instant(last.startedAt)}</Trans> ·{' '}
          <Trans>
            新来 {last.come} 天，换走 {last.gone} 天
          </Trans>{' '}
          · {last.gapPpm === 0 ? <Trans>已经证明没有更好的排法</Trans> : <Gap ppm={last.gapPpm} />}
        </p>
      ) : null}
      {problem ? <div role="alert">{problem}</div> : null}
      {may('companyYear.plan') ? (
        <div className={styles['buttons']} data-print="no">
          {year.stage === 'PREPARING' ? (
            <Button onClick={() => setAsking('open')}>
              <Trans>开放目录</Trans>
            </Button>
          ) : year.stage === 'WISHING' ? (
            <Button variant="default" onClick={() => setAsking('close')}>
              <Trans>现在就截止</Trans>
            </Button>
          ) : (
            <>
              <Button variant={proposed > 0 ? 'default' : 'filled'} loading={running} onClick={() => void solve()}>
                {last ? <Trans>再排一次</Trans> : <Trans>请系统排日子</Trans>}
              </Button>
              {proposed > 0 ? (
                <Button onClick={() => setAsking('tell')}>
                  <Trans>告诉企业</Trans>
                </Button>
              ) : null}
            </>
          )}
        </div>
      ) : null}
      <ConfirmDialog
        opened={asking === 'open'}
        close={() => setAsking(undefined)}
        title={t`开放目录`}
        confirmLabel={<Trans>开放</Trans>}
        onConfirm={openNow}
        busy={opening}
      >
        <p>
          <Trans>企业的联系人会看到目录，可以开始选。截止以前，目录还可以加和改。</Trans>
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'close'}
        close={() => setAsking(undefined)}
        title={t`现在就截止`}
        confirmLabel={<Trans>截止</Trans>}
        onConfirm={closeNow}
        busy={closing}
      >
        <p>
          <Trans>截止以后，企业不能再改，目录也定下来。还没有选的企业请先打个电话。</Trans>
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'tell'}
        close={() => setAsking(undefined)}
        title={t`告诉企业`}
        confirmLabel={<Trans>告诉它们</Trans>}
        onConfirm={tellNow}
        busy={telling}
      >
        <p>
          <Plural value={proposed} other="# 家企业会看到自己的日子，请它们答复来不来。" />{' '}
          <Trans>告诉以后，再排时不会动它们。</Trans>
        </p>
      </ConfirmDialog>
    </Card>
  );
}

function Gap({ ppm }: { readonly ppm: number }) {
  const percent = (Math.ceil(ppm / 100) / 100).toFixed(2);
  return <Trans>已经证明离最好的排法不超过 {percent}%</Trans>;
}

function NotTold({ refused }: Pick<Told, 'refused'>) {
  const format = useFormat();
  return (
    <>
      <p className={styles['lead']}>
        <Trans>这几家没有告诉，名额被别人先约走了。请换一天，或者再排一次：</Trans>
      </p>
      <ul>
        {refused.map(({ team, theme, day, people, free }) => (
          <li key={`${team} ${theme} ${day}`}>
            {team} · {theme} · {format.day(day)}：
            <Trans>
              要 {people} 个名额，只剩 {free} 个
            </Trans>
          </li>
        ))}
      </ul>
    </>
  );
}
