import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/button/Button.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import styles from './pair-steps.module.css';

// Only whoever takes a step loads its form.
const ContactForm = lazy(() => import('./ContactForm.js'));
const PauseForm = lazy(() => import('./PauseForm.js'));

/** Who takes the step: the companion on the phone, or a worker at the desk for them. */
export type StepSide = 'COMPANION' | 'WORKER';

export interface StepButtonsProps {
  readonly companionshipId: string;
  readonly version: number;
  readonly side: StepSide;
  /** Which steps the viewer may take; both where it is missing. */
  readonly may?: { readonly contact: boolean; readonly pause: boolean };
  readonly reload: () => void;
}

const BOTH = { contact: true, pause: true } as const;

/** What either side can do while the two meet: write a contact down, or let it rest. One form is open at a time. */
export function StepButtons({ companionshipId, version, side, may = BOTH, reload }: StepButtonsProps) {
  const [open, setOpen] = useState<'contact' | 'pause'>();
  const toggle = (step: 'contact' | 'pause') => () => setOpen(open === step ? undefined : step);
  const done = (): void => {
    setOpen(undefined);
    reload();
  };
  if (!may.contact && !may.pause) return null;
  return (
    <>
      <div className={styles['steps']} data-print="no">
        {may.contact ? (
          <Button aria-expanded={open === 'contact'} onClick={toggle('contact')}>
            <Trans>记一次联系</Trans>
          </Button>
        ) : null}
        {may.pause ? (
          <Button variant="default" aria-expanded={open === 'pause'} onClick={toggle('pause')}>
            <Trans>先停一停</Trans>
          </Button>
        ) : null}
      </div>
      <Suspense fallback={<LoadingState lines={2} />}>
        {open === 'contact' ? <ContactForm companionshipId={companionshipId} side={side} done={done} /> : null}
        {open === 'pause' ? (
          <PauseForm companionshipId={companionshipId} version={version} side={side} done={done} />
        ) : null}
      </Suspense>
    </>
  );
}
