import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ServiceDateField } from '../readiness/index.js';
import styles from './board.module.css';
import { RUN_SCOPES } from './board.operations.js';
import { RUN_MATCH } from './matching.operations.js';
import { NobodyReady } from './NobodyReady.js';
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

  const [scope, setScope] = useState('');
  const scopes = useScopes();

  const choose = (next: string): void => {
    setDay(next);
    setRequestId(newRequestId());
  };
  const bound = (next: string): void => {
    setScope(next);
    setRequestId(newRequestId());
  };
  const start = async (): Promise<void> => {
    setProblem(null);
    const bounds = boundsOf(scope);
    const input = { serviceDate: day === '' ? null : day, requestId, ...bounds, waitSeconds: PATIENCE_SECONDS };
    const { data, error } = await run({ input });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    setRequestId(newRequestId());
    const result = data.runMatch;
    switch (result.__typename) {
      case 'MatchRun':
        if (result.state === 'DONE') toast({ message: t`匹配好了。请看看每一条建议的理由。` });
        await navigate(boardPath(result.id));
        return;
      case 'NobodyReady':
        setProblem(<NobodyReady {...result} />);
        return;
      case 'MatchUnderWay':
        setProblem(
          <>
            <p>
              <Trans>已经有一次匹配正在做，同时只做一次。</Trans>
            </p>
            <Button variant="default" onClick={() => void navigate(boardPath(result.runId))}>
              <Trans>去看正在做的这一次</Trans>
            </Button>
          </>,
        );
        return;
      case 'InvalidInput':
        setProblem(<Trans>请选今天或者以后的一天；范围请从列表里选。</Trans>);
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
        {scopes.length > 0 ? (
          <NativeSelect
            label={t`范围`}
            description={t`只给这个范围里的孩子找陪伴者，别处的建议不动。`}
            value={scope}
            onChange={(event) => bound(event.currentTarget.value)}
            data={[{ value: '', label: t`我能看到的所有孩子` }, ...scopes]}
          />
        ) : null}
      </div>
    </Form>
  );
}

/** Most runs are done by then; a longer one shows on its own page how far it is. */
const PATIENCE_SECONDS = 2;
const boardPath = (id: string) => `/agency/matching/${encodeURIComponent(id)}`;

/** Offices and areas to choose among; none in an agency that has not divided itself. */
function useScopes() {
  const { t } = useLingui();
  const may = useMay();
  const [{ data }] = useQuery({ query: RUN_SCOPES, variables: { areas: may('setting.read') } });
  const offices = (data?.officeChoices ?? []).map(({ id, name }) => ({
    value: `office ${id}`,
    label: t`服务点：${name}`,
  }));
  const areas = (data?.serviceAreas?.areas ?? [])
    .filter((area) => area.closedOn === null)
    .map(({ code, name }) => ({ value: `area ${code}`, label: t`区域：${name}` }));
  return [...offices, ...areas];
}

function boundsOf(scope: string) {
  const [kind = '', ...rest] = scope.split(' ');
  const what = rest.join(' ');
  return { officeId: kind === 'office' ? what : null, areaCode: kind === 'area' ? what : null };
}
