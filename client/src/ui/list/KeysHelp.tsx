import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../button/Button.js';
import { FormDialog } from '../dialog/FormDialog.js';
import styles from './list.module.css';

export interface KeysHelpProps {
  readonly opened: boolean;
  readonly close: () => void;
  /** Whether rows can be picked, and whether the list can be taken along as a file. */
  readonly picks: boolean;
  readonly exports: boolean;
}

/** The keys of a list, in words: `?` opens it. */
export function KeysHelp({ opened, close, picks, exports }: KeysHelpProps) {
  const { t } = useLingui();
  const keys: readonly (readonly [string, string])[] = [
    ['j', t`到下一行`],
    ['k', t`到上一行`],
    ['Enter', t`打开这一行`],
    ...(picks ? ([['x', t`选上或放开这一行`]] as const) : []),
    ...(exports ? ([['e', t`导出这份名单`]] as const) : []),
    ['/', t`到查找框`],
    ['?', t`看这些快捷键`],
  ];
  return (
    <FormDialog opened={opened} close={close} title={t`这份名单的快捷键`}>
      <dl className={styles['keys']}>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Button variant="default" onClick={close}>
        <Trans>知道了</Trans>
      </Button>
    </FormDialog>
  );
}
