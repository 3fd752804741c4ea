import { Trans } from '@lingui/react/macro';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '../button/Button.js';
import { TextInput } from '../fields/fields.js';
import styles from './copy.module.css';

export interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
}

/** Something to take along, such as a personal link: it can be read, marked and copied, never changed. */
export function CopyField({ label, value }: CopyFieldProps) {
  const [copied, setCopied] = useState(false);
  const CopyIcon = copied ? IconCheck : IconCopy;
  // Without https there is no clipboard: the field itself can still be marked and copied by hand.
  const copy = (): void => void navigator.clipboard?.writeText(value).then(() => setCopied(true));
  return (
    <div className={styles['copy']}>
      <TextInput readOnly label={label} value={value} onFocus={(event) => event.currentTarget.select()} />
      <Button variant="default" leftSection={<CopyIcon size={18} stroke={1.75} aria-hidden />} onClick={copy}>
        {copied ? <Trans>已经复制</Trans> : <Trans>复制</Trans>}
      </Button>
    </div>
  );
}
