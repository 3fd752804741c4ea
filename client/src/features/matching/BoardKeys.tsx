import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import styles from './board.module.css';

/** The keys of the board: the few that are used most stand there, `?` shows all. */
export function BoardKeys() {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  useHotkeys([['shift+?', () => setOpened(true)]]);
  const keys: readonly (readonly [string, string])[] = [
    ['j', t`下一条建议`],
    ['k', t`上一条建议`],
    ['a', t`接受`],
    ['d', t`不采用，写下原因`],
    ['s', t`换一位志愿者，先看会影响谁`],
    ['l', t`固定这一对，或者放开`],
    ['w', t`看看如果不采用会怎样`],
    ['?', t`看这些快捷键`],
  ];
  return (
    <>
      <p className={styles['keys']}>
        <Trans>
          键盘：<kbd>j</kbd> 下一条，<kbd>k</kbd> 上一条，<kbd>a</kbd> 接受，<kbd>d</kbd> 不采用，<kbd>s</kbd> 换人，
          <kbd>?</kbd> 全部按键。
        </Trans>
      </p>
      <FormDialog opened={opened} close={() => setOpened(false)} title={t`这一页的快捷键`}>
        <dl className={styles['keyList']}>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <Button variant="default" onClick={() => setOpened(false)}>
          <Trans>知道了</Trans>
        </Button>
      </FormDialog>
    </>
  );
}
