import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { MatchWeightsQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import styles from './board.module.css';
import { criterionWords } from './criterion-words.js';
import { MATCH_WEIGHTS } from './weights.operations.js';
import { WeightsForm } from './WeightsForm.js';
import { isOwnReason, type WeightRow } from './weights-view.js';
import { ownReason } from './weights-words.js';

type Version = MatchWeightsQuery['matchWeights'][number];

/** What the matching gives weight to, why, and since when; a change is compared with an earlier run before it holds. */
export default function WeightsPage() {
  const { t } = useLingui();
  const may = useMay();
  const [{ data, error }, load] = useQuery({ query: MATCH_WEIGHTS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  const current = data?.matchWeights[0];
  if (!data || !current) return <LoadingState lines={6} />;
  const runs = data.matchRuns.edges.map(({ node }) => node).filter((run) => run.state === 'DONE');
  const { version } = current;
  return (
    <Page
      title={t`匹配看重什么`}
      lead={
        <Trans>现在用的是第 {version} 版。分量越大，这一项在匹配里越要紧；改动只影响以后的匹配，做过的不变。</Trans>
      }
    >
      {may('match.weigh') ? (
        <Section title={<Trans>改一改，先比一比</Trans>}>
          <Card>
            <WeightsForm key={version} current={current} runs={runs} saved={reload} />
          </Card>
        </Section>
      ) : (
        <Section title={<Trans>现在的分量</Trans>}>
          <Card>
            <WeightsTable version={current} />
            <p className={styles['quiet']}>
              <Trans>督导者和负责人可以改。</Trans>
            </p>
          </Card>
        </Section>
      )}
      <Section title={<Trans>从不计分的事</Trans>}>
        <p>
          <Trans>
            民族、信仰、收入、户籍、长相、残疾：这些写不进表里。陪伴谁，只看孩子需要什么、志愿者能做什么、两个人能不能见得到面。
          </Trans>
        </p>
      </Section>
      <Section title={<Trans>每一版和改的原因</Trans>}>
        <ol className={styles['versions']}>
          {data.matchWeights.map((one) => (
            <VersionItem key={`${String(one.version)} ${one.createdAt ?? ''}`} version={one} />
          ))}
        </ol>
      </Section>
      <WhoSees permission="match.read" />
    </Page>
  );
}

function VersionItem({ version }: { readonly version: Version }) {
  const format = useFormat();
  const { reason, createdBy, createdAt } = version;
  const number = version.version;
  const at = createdAt ? format.instant(createdAt) : '';
  return (
    <li>
      <details>
        <summary>
          {createdAt ? (
            <Trans>
              第 {number} 版，{createdBy}，{at}
            </Trans>
          ) : (
            <Trans>第 {number} 版，平台带来的</Trans>
          )}
        </summary>
        <WeightsTable version={version} />
      </details>
      <p className={styles['quiet']}>
        {reason ? <Trans>原因：{reason}</Trans> : <Trans>还没有人改过的时候，就用这一版。</Trans>}
      </p>
    </li>
  );
}

function WeightsTable({ version: { version, criteria } }: { readonly version: Version }) {
  const { i18n } = useLingui();
  const reason = (row: WeightRow): string => {
    const own = isOwnReason(row) ? ownReason(row.criterion) : undefined;
    return own ? i18n._(own) : row.why;
  };
  return (
    <table className={styles['score']}>
      <caption className="tx-hidden">
        <Trans>第 {version} 版的分量和原因</Trans>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>看什么</Trans>
          </th>
          <th scope="col">
            <Trans>为什么</Trans>
          </th>
          <th scope="col" data-numeric="true">
            <Trans>分量</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {[...criteria]
          .sort((a, b) => b.weight - a.weight)
          .map((row) => (
            <tr key={row.criterion}>
              <th scope="row">{i18n._(criterionWords(row.criterion))}</th>
              <td>{reason(row)}</td>
              <td data-numeric="true">{row.weight}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
