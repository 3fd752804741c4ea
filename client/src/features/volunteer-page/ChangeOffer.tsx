import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useMay } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { OfferForm } from './OfferForm.js';

export interface ChangeOfferProps {
  readonly volunteerId: string;
  readonly changed: () => void;
}

/** The way into changing what a volunteer brings along; the page is for reading first. */
export function ChangeOffer({ volunteerId, changed }: ChangeOfferProps) {
  const may = useMay();
  const [opened, setOpened] = useState(false);
  if (!may('volunteer.change')) return null;
  const close = (saved: boolean): void => {
    setOpened(false);
    if (saved) changed();
  };
  return opened ? (
    <OfferForm volunteerId={volunteerId} close={close} />
  ) : (
    <div data-print="no">
      <Button variant="default" onClick={() => setOpened(true)}>
        <Trans>改这些情况</Trans>
      </Button>
    </div>
  );
}
