import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconDeviceMobile, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import styles from './factors.module.css';
import { MY_FACTORS } from './factors.operations.js';
import { passkeysWork } from './passkeys.js';
import { RecoveryCodes } from './RecoveryCodes.js';
import { RemoveForm } from './RemoveForm.js';
import { RenewForm } from './RenewForm.js';
import { useStepUp } from './use-step-up.js';
import type { Mine, Factor } from './factor.js';

const FEW_CODES = 3;

/** What protects the own account beside the password, and how to change it. */
export function Protection() {
  const [{ data, error }, load] = useQuery({ query: MY_FACTORS, requestPolicy: 'network-only' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={2} />;
  return (
    <Card>{data.myFactors.factors.length > 0 ? <Factors mine={data.myFactors} reload={reload} /> : <Nothing />}</Card>
  );
}

function Nothing() {
  return (
    <div className={styles['codes']}>
      <p>
        <Trans>现在只靠密码。加上通行密钥或验证器，登录时多确认一步，别人就算知道了密码也进不来。</Trans>
      </p>
      <div>
        <LinkButton to="/protect">
          <Trans>加一道保护</Trans>
        </LinkButton>
      </div>
    </div>
  );
}

type Asking =
  | { readonly what: 'remove'; readonly factor: Factor }
  | { readonly what: 'renew' }
  | { readonly what: 'codes'; readonly codes: readonly string[] };

function Factors({ mine, reload }: { readonly mine: Mine; readonly reload: () => void }) {
  const { t } = useLingui();
  const { dialog, through } = useStepUp();
  const [asking, setAsking] = useState<Asking>();
  const close = (): void => setAsking(undefined);
  const left = mine.recoveryCodesLeft;
  const hasApp = mine.factors.some(({ method }) => method === 'TOTP');
  const titles: Readonly<Record<Asking['what'], string>> = {
    remove: t`移除这道保护`,
    renew: t`换一组恢复码`,
    codes: t`留好恢复码`,
  };
  return (
    <div className={styles['factors']}>
      <ul aria-label={t`登录保护`}>
        {mine.factors.map((factor) => (
          <FactorRow key={factor.id} factor={factor} remove={() => setAsking({ what: 'remove', factor })} />
        ))}
      </ul>
      <p className={left < FEW_CODES ? styles['few'] : undefined}>
        {left < FEW_CODES
          ? t`恢复码只剩 ${plural(left, { other: '# 个' })}，请换一组新的。`
          : t`恢复码还有 ${plural(left, { other: '# 个' })}没用过。`}
      </p>
      <div className={styles['actions']}>
        <Button variant="default" onClick={() => setAsking({ what: 'renew' })}>
          <Trans>换一组恢复码</Trans>
        </Button>
        {passkeysWork() ? (
          <LinkButton variant="default" to="/protect?with=passkey">
            <Trans>添加通行密钥</Trans>
          </LinkButton>
        ) : null}
        <LinkButton variant="subtle" to="/protect?with=app">
          {hasApp ? <Trans>换一部手机的验证器</Trans> : <Trans>添加验证器</Trans>}
        </LinkButton>
      </div>
      <FormDialog opened={asking !== undefined} close={close} title={asking ? titles[asking.what] : ''}>
        {asking?.what === 'remove' ? (
          <RemoveForm
            factor={asking.factor}
            through={through}
            last={mine.factors.length === 1}
            cancel={close}
            removed={() => {
              close();
              reload();
            }}
          />
        ) : null}
        {asking?.what === 'renew' ? (
          <RenewForm through={through} cancel={close} renewed={(codes) => setAsking({ what: 'codes', codes })} />
        ) : null}
        {asking?.what === 'codes' ? (
          <RecoveryCodes
            codes={asking.codes}
            done={() => {
              close();
              reload();
            }}
          />
        ) : null}
      </FormDialog>
      {dialog}
    </div>
  );
}

function FactorRow({ factor, remove }: { readonly factor: Factor; readonly remove: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const { method, addedAt, lastUsedAt } = factor;
  const name = method === 'TOTP' ? t`手机上的验证器` : (factor.name ?? '');
  const Icon = method === 'TOTP' ? IconDeviceMobile : IconKey;
  return (
    <li>
      <Icon size={22} stroke={1.75} aria-hidden />
      <div>
        <strong>{name}</strong>
        <p className={styles['quiet']}>
          {lastUsedAt ? (
            <Trans>
              加上：{format.instant(addedAt)}；最近使用：{format.instant(lastUsedAt)}
            </Trans>
          ) : (
            <Trans>加上：{format.instant(addedAt)}</Trans>
          )}
        </p>
      </div>
      <Button variant="default" aria-label={t`移除${name}`} onClick={remove}>
        <Trans>移除</Trans>
      </Button>
    </li>
  );
}
