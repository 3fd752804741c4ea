import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { Card } from '../../ui/page/Page.js';
import styles from './training.module.css';
import { ROOM_CODE } from './training.operations.js';

/** How often the page asks for the code, which changes every minute. */
const ASK_MS = 5_000;

/** The code of the room, large enough for the last row. */
export function RoomCode({ id }: { readonly id: string }) {
  const [{ data }, load] = useQuery({ query: ROOM_CODE, variables: { id }, requestPolicy: 'network-only' });
  useEffect(() => {
    const asking = setInterval(() => load({ requestPolicy: 'network-only' }), ASK_MS);
    return () => clearInterval(asking);
  }, [load]);
  const code = data?.trainingCode?.code;
  if (!code) return null;
  return (
    <Card tone="good">
      <div className={styles['code']}>
        <h2>
          <Trans>签到码</Trans>
        </h2>
        <output>{`${code.slice(0, 3)} ${code.slice(3)}`}</output>
        <p className={styles['quiet']}>
          <Trans>请在场的人打开手机“我的培训”，输入这个码。每分钟换一次，离开这里的截图没有用。</Trans>
        </p>
      </div>
    </Card>
  );
}
