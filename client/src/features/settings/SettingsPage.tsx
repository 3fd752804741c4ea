import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { LinkButton } from '../../ui/button/Button.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { settingWords } from './setting-words.js';
import { SettingCard } from './SettingCard.js';
import { AGENCY_SETTINGS } from './settings.operations.js';
import styles from './settings.module.css';

/** The numbers that the rules leave to the agency. Everybody at the desk reads them, the director changes them. */
export default function SettingsPage() {
  const { t } = useLingui();
  const may = useMay();
  const [{ data, error }, load] = useQuery({ query: AGENCY_SETTINGS });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`机构设置`}
      lead={
        may('setting.change') ? (
          <Trans>规则留给机构决定的数字。每次改动都会写进操作记录。</Trans>
        ) : (
          <Trans>规则留给机构决定的数字。需要改动时，请找机构负责人。</Trans>
        )
      }
      actions={
        <>
          {may('setting.change') ? (
            <LinkButton to="/agency/company-sign-ins" variant="default">
              <Trans>用公司账号登录</Trans>
            </LinkButton>
          ) : null}
          <LinkButton to="/agency/settings/holidays" variant="default">
            <Trans>节假日</Trans>
          </LinkButton>
          <LinkButton to="/agency/areas" variant="default">
            <Trans>服务区域</Trans>
          </LinkButton>
        </>
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : data ? (
        <ul className={styles['settings']}>
          {data.agencySettings.map((setting) => {
            const words = settingWords(setting.key);
            return words ? (
              <li key={setting.key}>
                <SettingCard setting={setting} words={words} reload={reload} />
              </li>
            ) : null;
          })}
        </ul>
      ) : (
        <LoadingState lines={8} />
      )}
      <WhoSees permission="setting.read" />
    </Page>
  );
}
