import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useMay } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { CorrectForm } from './CorrectForm.js';
import { OfferForm } from './OfferForm.js';
import styles from './volunteer-page.module.css';

export interface ChangeOfferProps {
  readonly volunteerId: string;
  readonly changed: () => void;
}

/** The ways into changing what a volunteer brings along, and what is on file; the page is for reading first. */
export function ChangeOffer({ volunteerId, changed }: ChangeOfferProps) {
  const may = useMay();
  const [opened, setOpened] = useState<'OFFER' | 'FILE'>();
  if (!may('volunteer.change')) return null;
  const close = (saved: boolean): void => {
    setOpened(undefined);
    if (saved) changed();
  };
  if (opened === 'OFFER') return <OfferForm volunteerId={volunteerId} close={close} />;
  if (opened === 'FILE') return <CorrectForm volunteerId={volunteerId} close={close} />;
  return (
    <div data-print="no" className={styles['ways']}>
      <Button variant="default" onClick={() => setOpened('OFFER')}>
        <Trans>改这些情况</Trans>
      </Button>
      <Button variant="subtle" onClick={() => setOpened('FILE')}>
        <Trans>更正手机号或出生日期</Trans>
      </Button>
    </div>
  );
}
