import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { CopyField } from '../../ui/copy/CopyField.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import styles from './messages.module.css';
import { MY_CALENDAR, RENEW_MY_CALENDAR, REVOKE_MY_CALENDAR } from './messages.operations.js';

/** The own appointments in the phone's or the computer's calendar, by an address that only its owner knows. */
export function CalendarAddress() {
  const { t } = useLingui();
  const toast = useToast();
  const format = useFormat();
  const [{ data, error }, load] = useQuery({ query: MY_CALENDAR, requestPolicy: 'network-only' });
  const [renewal, renew] = useMutation(RENEW_MY_CALENDAR);
  const [ending, end] = useMutation(REVOKE_MY_CALENDAR);
  const [address, setAddress] = useState<string>();
  const [problem, setProblem] = useState<ReactNode>(null);
  const reload = (): void => load({ requestPolicy: 'network-only' });

  const make = async (): Promise<void> => {
    setProblem(null);
    const result = await renew({});
    if (!result.data) return setProblem(<RequestFault error={result.error} />);
    setAddress(result.data.renewMyCalendar.url);
    return reload();
  };
  const stop = async (): Promise<void> => {
    setProblem(null);
    const result = await end({});
    if (!result.data) return setProblem(<RequestFault error={result.error} />);
    setAddress(undefined);
    toast({ message: t`停用了，原来的地址不再有回应。` });
    return reload();
  };

  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={2} />;
  const { since } = data.myCalendar;
  const busy = renewal.fetching || ending.fetching;
  return (
    <Card>
      {address ? (
        <>
          <CopyField label={t`您的日历地址`} value={address} />
          <p>
            <Trans>请现在复制：离开这一页就不再显示。在日历里选“添加日历订阅”，把它贴进去。不要给别人。</Trans>
          </p>
        </>
      ) : since ? (
        <p>
          <Trans>从 {format.instant(since)} 起有一个地址。忘了它，或者怕别人知道了，就换一个。</Trans>
        </p>
      ) : (
        <p>
          <Trans>还没有地址。做一个，放进手机或电脑的日历。</Trans>
        </p>
      )}
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['actions']}>
        <Button variant="default" loading={renewal.fetching} disabled={busy} onClick={() => void make()}>
          {since ? <Trans>换一个地址，原来的停用</Trans> : <Trans>做一个日历地址</Trans>}
        </Button>
        {since ? (
          <Button variant="subtle" loading={ending.fetching} disabled={busy} onClick={() => void stop()}>
            <Trans>停用</Trans>
          </Button>
        ) : null}
      </div>
    </Card>
  );
}
