import { Trans } from '@lingui/react/macro';
import { IconDeviceMobile, IconKey } from '@tabler/icons-react';
import { Button } from '../../ui/button/Button.js';
import styles from './factors.module.css';

export type Kind = 'PASSKEY' | 'TOTP';

/** The first question of the guide: with what. */
export function ChooseKind({ choose }: { readonly choose: (kind: Kind) => void }) {
  return (
    <ul className={styles['kinds']}>
      <li>
        <IconKey size={24} stroke={1.75} aria-hidden />
        <div>
          <h2>
            <Trans>通行密钥</Trans>
          </h2>
          <p>
            <Trans>用这台设备的指纹、人脸或锁屏密码，最快也最安全；登录时连密码都不用填。</Trans>
          </p>
          <Button onClick={() => choose('PASSKEY')}>
            <Trans>用通行密钥</Trans>
          </Button>
        </div>
      </li>
      <li>
        <IconDeviceMobile size={24} stroke={1.75} aria-hidden />
        <div>
          <h2>
            <Trans>验证器</Trans>
          </h2>
          <p>
            <Trans>手机上的一个小应用，登录时填它显示的六位数字。公用电脑上也能用。</Trans>
          </p>
          <Button variant="default" onClick={() => choose('TOTP')}>
            <Trans>用验证器</Trans>
          </Button>
        </div>
      </li>
    </ul>
  );
}
