import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Card, Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { DOOR_CODE } from './day.operations.js';
import styles from './day.module.css';

/** How often the page asks for the code, which changes every minute. */
const ASK_MS = 5_000;

/** The screen at the door: a picture for phones that scan, six digits for those that do not. */
export default function DoorPage() {
  const { t, i18n } = useLingui();
  const { id = '' } = useParams();
  const variables = { id, origin: window.location.origin };
  const [{ data, error }, load] = useQuery({ query: DOOR_CODE, variables, requestPolicy: 'network-only' });
  useEffect(() => {
    const asking = setInterval(() => load({ requestPolicy: 'network-only' }), ASK_MS);
    return () => clearInterval(asking);
  }, [load]);
  if (error && !data) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={6} />;
  const { activityDay: day, doorCode } = data;
  const shown = doorCode?.code && doorCode.picture ? { code: doorCode.code, picture: doorCode.picture } : undefined;
  if (!day) return <NotFoundState home="/agency/activities" />;
  const theme = i18n.locale === 'en' && day.themeEn ? day.themeEn : day.theme;
  const path = `/agency/activities/${encodeURIComponent(day.activityId)}/day`;
  return (
    <Page
      title={t`${theme}：签到`}
      lead={
        <Link to={path}>
          <Trans>回到名单</Trans>
        </Link>
      }
    >
      {shown ? (
        <Card tone="good">
          <div className={styles['door']}>
            <p>
              <Trans>请用手机扫一扫，或登录以后在“今天的活动”里输入六个数字。</Trans>
            </p>
            <img
              src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(shown.picture)}`}
              width={320}
              height={320}
              alt={t`签到的二维码`}
            />
            <output>{`${shown.code.slice(0, 3)} ${shown.code.slice(3)}`}</output>
            <p className={styles['quiet']}>
              <Trans>每分钟换一次，离开这里的截图没有用。手机不方便的人，由同事在名单上签到。</Trans>
            </p>
          </div>
        </Card>
      ) : (
        <EmptyState title={<Trans>活动没有在进行</Trans>}>
          <Trans>开始以后，这里会出现签到码。</Trans>
        </EmptyState>
      )}
    </Page>
  );
}
