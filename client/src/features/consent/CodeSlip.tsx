import { Trans, useLingui } from '@lingui/react/macro';
import { IconPrinter } from '@tabler/icons-react';
import { Button } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './consent.module.css';

export interface CodeSlipProps {
  readonly code: string;
  /** Where it is typed. */
  readonly address: string;
  readonly expiresAt: string;
}

/** A guardian's code, shown this once: large enough to read out, and alone on the paper when it is printed. */
export function CodeSlip({ code, address, expiresAt }: CodeSlipProps) {
  const { t } = useLingui();
  const format = useFormat();
  const shown = address.replace(/^https?:\/\//, '');
  return (
    <section className={styles['slip']} aria-label={t`监护人的代码`} role="status" data-print="alone">
      <h3>
        <Trans>看您同意了什么，随时可以撤回</Trans>
      </h3>
      <ol>
        <li>
          <Trans>
            在手机的浏览器里打开 <strong>{shown}</strong>
          </Trans>
        </li>
        <li>
          <Trans>输入这八个字母和数字：</Trans>
          <code className={styles['code']}>{code}</code>
        </li>
      </ol>
      <p>
        <Trans>只能用一次，用到 {format.instant(expiresAt)}。请不要给别人看。过了时间，打电话给您的社会工作者。</Trans>
      </p>
      <div data-print="no" className={styles['made']}>
        <p className={styles['quiet']}>
          <Trans>没有字母 I、L、O、U；大写小写、有没有横线都一样。离开这一页以后不再显示。</Trans>
        </p>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} stroke={1.75} aria-hidden />}
          onClick={() => window.print()}
        >
          <Trans>打印这张纸条</Trans>
        </Button>
      </div>
    </section>
  );
}
