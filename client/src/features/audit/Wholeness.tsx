import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useClient, useQuery } from 'urql';
import { useState } from 'react';
import type { AuditVerdictQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { AUDIT_STANDING, AUDIT_VERDICT } from './audit.operations.js';
import styles from './audit.module.css';

type Verdict = AuditVerdictQuery['auditVerdict'];

/** Since when the audit is kept, up to where its end is written down outside the database, and a look at whether it is whole. */
export function Wholeness() {
  const client = useClient();
  const format = useFormat();
  const [{ data }] = useQuery({ query: AUDIT_STANDING, requestPolicy: 'cache-and-network' });
  const [verdict, setVerdict] = useState<Verdict | 'looking' | 'failed'>();
  if (!data) return null;
  const { rows, firstAt, anchoredAt } = data.auditStanding;
  const since = firstAt ? format.instant(firstAt) : '';
  const anchored = anchoredAt ? format.instant(anchoredAt) : '';
  const look = async (): Promise<void> => {
    setVerdict('looking');
    const answer = await client.query(AUDIT_VERDICT, {}, { requestPolicy: 'network-only' }).toPromise();
    setVerdict(answer.data?.auditVerdict ?? 'failed');
  };
  return (
    <section className={styles['wholeness']}>
      <p>
        {since ? (
          <Trans>
            从 {since} 起共 {rows} 条。
          </Trans>
        ) : null}{' '}
        {anchored ? <Trans>最近一次在数据库以外留底：{anchored}。</Trans> : <Trans>还没有在数据库以外留底。</Trans>}
      </p>
      <Button variant="default" size="compact-md" loading={verdict === 'looking'} onClick={() => void look()}>
        <Trans>核对一遍</Trans>
      </Button>
      <div role="status">{verdict && verdict !== 'looking' ? <Outcome verdict={verdict} /> : null}</div>
    </section>
  );
}

function Outcome({ verdict }: { readonly verdict: Verdict | 'failed' }) {
  const { i18n, t } = useLingui();
  if (verdict === 'failed') return <Trans>没有核对成功，请再试一次。</Trans>;
  const from = i18n.number(verdict.from);
  const to = i18n.number(verdict.to);
  if (verdict.whole) {
    return (
      <span className={styles['whole']}>
        <IconShieldCheck size={18} stroke={1.75} aria-hidden />
        <Trans>
          第 {from} 条到第 {to} 条，一条接一条都完整，也和库外的留底一致。
        </Trans>
      </span>
    );
  }
  const { brokenAt } = verdict;
  const at = typeof brokenAt === 'number' ? t`第 ${brokenAt} 条` : t`留底文件`;
  return (
    <span className={styles['broken']}>
      <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
      <Trans>{at}对不上：可能被改动过。请不要再改动数据，马上告诉负责人和平台运维人员。</Trans>
    </span>
  );
}
