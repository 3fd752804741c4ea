import { Trans, useLingui } from '@lingui/react/macro';
import { INSURANCE_REASONS, type InsuranceReason, type ListFormat } from '@tongxing/shared/rules';
import { useState } from 'react';
import { useMay } from '../../app/session/session-context.js';
import type { Roster_AllFragment } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { useStepUp } from '../factors/index.js';
import { keep, takeList, type Take } from './roster-files.js';
import { INSURANCE_REASON } from './row-words.js';
import styles from './team-roster.module.css';

/** The roster as a file: names for whoever keeps it, the insurer's list for leads at the desk, with a reason. */
export function TakeLists({ roster }: { readonly roster: Roster_AllFragment }) {
  const { t, i18n } = useLingui();
  const may = useMay();
  const [reason, setReason] = useState<InsuranceReason>('TO_INSURER');
  const [problem, setProblem] = useState(false);
  const [busy, setBusy] = useState(false);
  const { dialog, through } = useStepUp();
  const take = async (what: Take['what'], format: ListFormat): Promise<void> => {
    setBusy(true);
    const lang = i18n.locale === 'en' ? 'en' : 'zh';
    const asked = { what, format, lang, ...(what === 'insurance' ? { reason } : {}) };
    const answer = await through(
      () => takeList(roster.bookingId, asked),
      (got) => got,
    );
    setBusy(false);
    // Whoever thinks better of showing a second factor knows that nothing was downloaded.
    setProblem(answer.kind !== 'FILE' && answer.kind !== 'STEP_UP');
    if (answer.kind === 'FILE') keep(answer.content, answer.name);
  };
  const buttons = (what: Take['what'], name: string) => (
    <div className={styles['buttons']}>
      <Button variant="default" loading={busy} aria-label={`${name} XLSX`} onClick={() => void take(what, 'xlsx')}>
        <Trans>下载 XLSX</Trans>
      </Button>
      <Button variant="default" loading={busy} aria-label={`${name} CSV`} onClick={() => void take(what, 'csv')}>
        <Trans>下载 CSV</Trans>
      </Button>
    </div>
  );
  const locked = ['ROSTER_LOCKED', 'ATTENDED', 'REPORTED'].includes(roster.state);
  return (
    <div className={styles['fields']}>
      {may('teamRoster.insure') ? (
        locked ? (
          <>
            <h3>
              <Trans>投保名单</Trans>
            </h3>
            <p className={styles['quiet']}>
              <Trans>姓名、性别、证件、出生日期、手机号：机构记下多少，就有多少。谁、为什么下载，都会记下来。</Trans>
            </p>
            <NativeSelect
              label={t`为什么要下载`}
              value={reason}
              onChange={({ target }) => setReason(target.value as InsuranceReason)}
              data={INSURANCE_REASONS.map((value) => ({ value, label: i18n._(INSURANCE_REASON[value]) }))}
            />
            {buttons('insurance', t`投保名单`)}
          </>
        ) : (
          <p className={styles['quiet']}>
            <Trans>名单锁定以后，可以在这里下载投保名单。</Trans>
          </p>
        )
      ) : null}
      <h3>
        <Trans>姓名和任务</Trans>
      </h3>
      {buttons('names', t`姓名和任务`)}
      {dialog}
      {problem ? (
        <p role="alert">
          <Trans>没有下载成功。请刷新页面，再试一次。</Trans>
        </p>
      ) : null}
    </div>
  );
}
