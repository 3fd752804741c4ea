import { Trans, useLingui } from '@lingui/react/macro';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery, type CombinedError } from 'urql';
import { useSession } from '../../app/session/session-context.js';
import type { MyDevicesQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import styles from './account.module.css';
import { END_DEVICE, END_OTHER_DEVICES, MY_DEVICES, SIGN_OUT_EVERYWHERE } from './account.operations.js';
import { BROWSER_WORDS, SYSTEM_WORDS, type Name } from './device-words.js';

type Device = MyDevicesQuery['myDevices']['devices'][number];
const PHONES = new Set(['ANDROID', 'HARMONYOS', 'IPHONE', 'IPAD']);

/** Where one is signed in; each place can be signed out from here, and feels it at once. */
export function Devices() {
  const [{ data, error }, load] = useQuery({ query: MY_DEVICES, requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={2} />;
  const { devices } = data.myDevices;
  return (
    <Card>
      <DeviceList devices={devices} reload={() => load({ requestPolicy: 'network-only' })} />
    </Card>
  );
}

function DeviceList({ devices, reload }: { readonly devices: readonly Device[]; readonly reload: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const session = useSession();
  const [one, endOne] = useMutation(END_DEVICE);
  const [others, endOthers] = useMutation(END_OTHER_DEVICES);
  const [all, endAll] = useMutation(SIGN_OUT_EVERYWHERE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const busy = one.fetching || others.fetching || all.fetching;
  const failed = (error: CombinedError | undefined): void => setProblem(<RequestFault error={error} />);

  const signOutOne = async (device: Device): Promise<void> => {
    setProblem(null);
    const { data, error } = await endOne({ input: { deviceId: device.id } });
    if (!data) return failed(error);
    const result = data.endDevice;
    switch (result.__typename) {
      case 'DeviceList':
      case 'NotFound': // it had ended meanwhile: what was asked for is so
        toast({ message: t`那台设备已经退出。` });
        return reload();
      default:
        return assertUnreachable(result);
    }
  };
  const signOutOthers = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await endOthers({});
    if (!data) return failed(error);
    toast({ message: t`其他设备都已经退出。` });
    return reload();
  };
  const signOutAll = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await endAll({});
    if (!data) return failed(error);
    await session.reload();
    return undefined;
  };

  return (
    <div className={styles['devices']}>
      <ul aria-label={t`登录着的设备`}>
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} busy={busy} end={() => void signOutOne(device)} />
        ))}
      </ul>
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['deviceActions']}>
        {devices.length > 1 ? (
          <Button variant="default" loading={others.fetching} disabled={busy} onClick={() => void signOutOthers()}>
            <Trans>退出其他所有设备</Trans>
          </Button>
        ) : null}
        <Button variant="subtle" loading={all.fetching} disabled={busy} onClick={() => void signOutAll()}>
          <Trans>退出全部设备，这台也退出</Trans>
        </Button>
      </div>
    </div>
  );
}

interface DeviceRowProps {
  readonly device: Device;
  readonly busy: boolean;
  readonly end: () => void;
}

function DeviceRow({ device, busy, end }: DeviceRowProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { browser, system, network, signedInAt, lastUsedAt, current } = device;
  const nameOf = (name: Name): string => (typeof name === 'string' ? name : i18n._(name));
  const parts = [
    ...(browser ? [nameOf(BROWSER_WORDS[browser])] : []),
    ...(system ? [nameOf(SYSTEM_WORDS[system])] : []),
  ];
  const name =
    parts.length > 0 ? parts.join(t({ message: '，', context: 'between browser and system' })) : t`认不出的设备`;
  const DeviceIcon = system && PHONES.has(system) ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li>
      <DeviceIcon size={22} stroke={1.75} aria-hidden />
      <div>
        <p className={styles['deviceName']}>
          <strong>{name}</strong>
          {current ? (
            <StateBadge tone="good">
              <Trans>就是这台</Trans>
            </StateBadge>
          ) : null}
        </p>
        <p className={styles['quiet']}>
          <Trans>
            最近使用：{format.hour(lastUsedAt)}；登录：{format.instant(signedInAt)}
          </Trans>
          {network ? (
            <>
              {' '}
              <Trans>（网络 {network}）</Trans>
            </>
          ) : null}
        </p>
      </div>
      {current ? null : (
        <Button variant="default" disabled={busy} aria-label={t`退出${name}`} onClick={end}>
          <Trans>退出</Trans>
        </Button>
      )}
    </li>
  );
}
