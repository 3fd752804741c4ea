import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ServiceDateField } from '../readiness/index.js';
import styles from './board.module.css';
import { RUN_MATCH } from './matching.operations.js';
import { newRequestId } from '../../ui/form/request-id.js';

/** One date and one press. A retry after a lost answer names the same request, so no run is made twice. */
export function StartRunForm() {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const { today } = useViewer().agency;
  const [day, setDay] = useState<string>(today);
  const [requestId, setRequestId] = useState(newRequestId);
  const [{ fetching }, run] = useMutation(RUN_MATCH);
  const [problem, setProblem] = useState<ReactNode>(null);

  const choose = (next: string): void => {
    setDay(next);
    setRequestId(newRequestId());
  };
  const start = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await run({ input: { serviceDate: day === '' ? null : day, requestId } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    setRequestId(newRequestId());
    const result = data.runMatch;
    switch (result.__typename) {
      case 'MatchRun':
        toast({ message: t`匹配好了。请看看每一条建议的理由。` });
        await navigate(`/agency/matching/${encodeURIComponent(result.id)}`);
        return;
      case 'NobodyReady':
        setProblem(<NobodyReady {...result} />);
        return;
      case 'InvalidInput':
        setProblem(<Trans>请选今天或者以后的一天。</Trans>);
        return;
      default:
        assertUnreachable(result);
    }
  };

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
      submitLabel={<Trans>开始匹配</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['day']}>
        <ServiceDateField
          value={day}
          change={choose}
          description={t`志愿者的手续按这一天来看：那天有效的才会被建议。`}
        />
      </div>
    </Form>
  );
}

interface NobodyReadyProps {
  readonly volunteersTotal: number;
  readonly volunteersReady: number;
  readonly childrenWaiting: number;
}

function NobodyReady({ volunteersTotal, volunteersReady, childrenWaiting }: NobodyReadyProps) {
  return (
    <RefusalPanel
      what={<Trans>这次没有可以搭配的人</Trans>}
      why={
        <Trans>
          那一天 {volunteersTotal} 名志愿者里有 {volunteersReady} 名可以服务，在等陪伴者的儿童有 {childrenWaiting} 名。
        </Trans>
      }
      now={
        volunteersReady === 0 ? (
          <Trans>看看志愿者还差什么手续；刚导入的名单要等第二个人确认。</Trans>
        ) : (
          <Trans>现在没有孩子在等。有新的孩子登记以后再来。</Trans>
        )
      }
      ask={<Trans>您的督导者。</Trans>}
      actions={
        <Button component={Link} to="/agency/volunteers?standing=NOT_READY" variant="default">
          <Trans>看还差手续的志愿者</Trans>
        </Button>
      }
    />
  );
}
