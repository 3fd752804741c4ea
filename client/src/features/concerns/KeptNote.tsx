import { Plural, Trans } from '@lingui/react/macro';
import styles from './concerns.module.css';
import type { SentCount } from './kept-sending.js';

/** In which state what was kept on this device is: waits, has arrived, was not taken. */
export function KeptNote({ count: { arrived, refused, waiting } }: { readonly count: SentCount }) {
  if (arrived + refused + waiting === 0) return null;
  return (
    <div className={styles['receipt']} role="status">
      {waiting > 0 ? (
        <p>
          <strong>
            <Plural value={waiting} other="# 件还在这台设备上，没有送到。" />
          </strong>{' '}
          <Trans>已经加密存好，一有网络就会自动送出。请不要清除浏览器的数据。</Trans>
        </p>
      ) : null}
      {arrived > 0 ? (
        <p>
          <strong>
            <Plural value={arrived} other="刚才存着的 # 件已经送到。" />
          </strong>{' '}
          <Trans>谢谢您说出来。</Trans>
        </p>
      ) : null}
      {refused > 0 ? (
        <p>
          <Plural value={refused} other="# 件没有被收下。请直接打电话告诉机构。" />
        </p>
      ) : null}
      <p>
        <Trans>孩子正有危险，先打 110。</Trans>
      </p>
    </div>
  );
}
