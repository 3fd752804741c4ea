import { Plural, Trans } from '@lingui/react/macro';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import type { MatchRunQuery } from '../../gql/graphql.js';
import styles from './board.module.css';

/** What proves the run: value and bound, and that the proof was checked by another hand than the solver's. */
export function CertificateStrip({ run }: { readonly run: NonNullable<MatchRunQuery['matchRun']> }) {
  const proven = run.optimal && run.certificateChecked;
  const SealIcon = proven ? IconShieldCheck : IconAlertTriangle;
  const hash = run.inputHash.slice(0, 12);
  return (
    <section className={styles['certificate']} data-proven={proven}>
      <SealIcon size={22} stroke={1.75} aria-hidden />
      <div>
        <p>
          {proven ? (
            <Trans>
              已经证明：没有更好的整体安排。总分 {run.objective}，能达到的上限也是 {run.bound}，证明另外核对过。
            </Trans>
          ) : (
            <Trans>
              还没有证明是最好的安排：总分 {run.objective}，上限 {run.bound}。请联系技术同事看一看，再做决定。
            </Trans>
          )}
        </p>
        <details>
          <summary>
            <Trans>核对用的细节</Trans>
          </summary>
          <p>
            <Plural value={run.candidatePairs} other="比较了 # 对可能的搭配，" />
            <Plural value={run.durationMs} other="用了 # 毫秒；" />{' '}
            <Trans>
              权重表第 {run.weightsVersion} 版；输入的校验码 <span title={run.inputHash}>{hash}</span>。
            </Trans>
          </p>
        </details>
      </div>
    </section>
  );
}
