import { Trans } from '@lingui/react/macro';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './concerns.module.css';

export interface ReceiptFacts {
  readonly raisedAt: string;
  readonly dueAt: string;
  readonly seen?: boolean;
  readonly workerName?: string | null | undefined;
  readonly workerPhone?: string | null | undefined;
  readonly agencyPhone?: string | null | undefined;
}

/** What whoever raised a concern reads: it arrived, who looks after it, whom to call, by when the agency reports. */
export function Receipt({ receipt }: { readonly receipt: ReceiptFacts }) {
  const format = useFormat();
  const { workerName, workerPhone, agencyPhone } = receipt;
  const phone = workerPhone ?? agencyPhone;
  return (
    <div className={styles['receipt']} role="status">
      <p>
        <strong>
          <Trans>收到了，谢谢您说出来。</Trans>
        </strong>{' '}
        {receipt.seen ? <Trans>负责的人已经看到了。</Trans> : null}
      </p>
      <p>
        {workerName ? (
          <Trans>{workerName}会处理，督导者和机构负责人也看得到。</Trans>
        ) : (
          <Trans>督导者和机构负责人会处理。</Trans>
        )}{' '}
        <Trans>如果需要报告主管部门，最迟在 {format.instant(receipt.dueAt)} 以前报告。</Trans>
      </p>
      <p>
        {phone ? (
          <Trans>
            着急就打电话：<a href={`tel:${phone}`}>{phone}</a>。
          </Trans>
        ) : null}{' '}
        <Trans>孩子正有危险，先打 110。</Trans>
      </p>
      <small>
        <Trans>{format.instant(receipt.raisedAt)} 收到。记录不会被删除。</Trans>
      </small>
    </div>
  );
}
