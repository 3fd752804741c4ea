import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { EVIDENCE, MAKE_EVIDENCE } from './compliance.operations.js';
import styles from './compliance.module.css';
import { EvidenceCard } from './EvidenceCard.js';

/** The yearly evidence for the cyberspace administration: made for a year, kept, taken as PDF or workbook. */
export default function CompliancePage() {
  const { t } = useLingui();
  const may = useMay();
  const [{ data, error }, load] = useQuery({ query: EVIDENCE, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`年度合规证明`}
      lead={
        <Trans>
          每年做一份：同意和收回、个人信息请求、信息事件、演练用时、培训、查看敏感信息的次数。都从操作记录里数出来，没有人名，小数目不显示。
        </Trans>
      }
    >
      {may('evidence.make') ? <MakeForm reload={reload} /> : null}
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={5} />
      ) : data.complianceEvidence.length === 0 ? (
        <EmptyState drawing={<OpenWindow />} title={<Trans>还没有做过合规证明</Trans>}>
          <p>
            <Trans>选一个年份，做第一份。一年没有结束，也可以先做一份看看。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['list']}>
          {data.complianceEvidence.map((evidence, at) => (
            <EvidenceCard key={evidence.id} evidence={evidence} opened={at === 0} />
          ))}
        </ul>
      )}
      <WhoSees permission="evidence.read" />
    </Page>
  );
}

const YEARS_BACK = 5;

/** Which year: last year's is the one that is due, this year's shows how far one is. */
function MakeForm({ reload }: { readonly reload: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, make] = useMutation(MAKE_EVIDENCE);
  const [thisYear] = useState(() => new Date().getFullYear());
  const [year, setYear] = useState(thisYear);
  const [problem, setProblem] = useState<ReactNode>(null);
  const years = Array.from({ length: YEARS_BACK }, (_, back) => thisYear - back);
  const done = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await make({ input: { year, requestId: newRequestId() } });
    if (!data) return setProblem(<RequestFault error={error} />);
    if (data.makeComplianceEvidence.__typename === 'InvalidInput') {
      return setProblem(<Trans>这一年还没有开始，请换一个年份。</Trans>);
    }
    toast({ message: t`做好了，指纹写进了操作记录。` });
    reload();
  };
  return (
    <Card>
      <div className={styles['form']}>
        <NativeSelect
          label={t`哪一年`}
          value={String(year)}
          onChange={(event) => setYear(Number(event.currentTarget.value))}
          data={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
        {problem ? <div role="alert">{problem}</div> : null}
        <div>
          <Button loading={fetching} onClick={() => void done()}>
            <Trans>做一份证明</Trans>
          </Button>
        </div>
      </div>
    </Card>
  );
}
