import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { TeamPack_AllFragment } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Page, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { DeskPapers } from '../team-papers/index.js';
import { Editions } from './Editions.js';
import { PackForm } from './PackForm.js';
import { PackHours } from './PackHours.js';
import { PackState } from './PackState.js';
import { ONE_PACK, PACK, PACK_HEAD } from './team-pack.operations.js';
import { ThanksChoice } from './ThanksChoice.js';
import { useTheme } from './use-theme.js';
import styles from './team-pack.module.css';

/** One team's day at the desk: hours from the log, words, released thanks, and the sending. */
export default function PackPage() {
  const { id = '' } = useParams();
  const [{ data, error }, load] = useQuery({
    query: ONE_PACK,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorState page error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={8} />;
  if (!data.teamPack) return <NotFoundState home="/agency/packs" />;
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return <PackView pack={readFragment(PACK, data.teamPack)} reload={reload} />;
}

function PackView({ pack, reload }: { readonly pack: TeamPack_AllFragment; readonly reload: () => void }) {
  const { t } = useLingui();
  const may = useMay();
  const format = useFormat();
  const theme = useTheme();
  const head = readFragment(PACK_HEAD, pack.head);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <Page
      title={t`${head.teamName}：${theme(head)}`}
      lead={
        <span className={styles['row']}>
          <span>{format.dayOfWeek(head.onDate)}</span>
          <PackState head={head} />
          <Link to={`/agency/activities/${pack.activityId}`}>
            <Trans>看活动</Trans>
          </Link>
        </span>
      }
    >
      <Section title={<Trans>服务时间</Trans>} lead={<Trans>来自当天的签到，不能在这里改。</Trans>}>
        <PackHours lines={pack.lines} missed={pack.missed} />
      </Section>
      {pack.evaluation ? (
        <Section
          title={<Trans>活动的评估</Trans>}
          lead={<Trans>给自己人看的，不会发给团队。写说明的时候可以参考。</Trans>}
        >
          <p className={styles['words']} lang={dataLang(pack.evaluation)}>
            {pack.evaluation}
          </p>
        </Section>
      ) : null}
      {may('activity.withChildren') ? <ThanksChoice packId={pack.id} chosen={chosen} choose={setChosen} /> : null}
      {may('pack.send') ? (
        <Section
          title={head.edition === 0 ? <Trans>写给团队</Trans> : <Trans>发更正的一版</Trans>}
          lead={
            head.edition === 0 ? (
              <Trans>发出以后不能改，也不能收回；写错了，再发更正的一版。</Trans>
            ) : (
              <Trans>发出的那一版还在。更正的一版会写明哪里错了。</Trans>
            )
          }
        >
          <PackForm key={head.edition} pack={pack} edition={head.edition} thanks={chosen} reload={reload} />
        </Section>
      ) : null}
      <Editions editions={pack.editions} />
      <DeskPapers packId={pack.id} />
    </Page>
  );
}
