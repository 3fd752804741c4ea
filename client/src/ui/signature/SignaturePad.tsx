import { Trans } from '@lingui/react/macro';
import { useRef, type PointerEvent, type ReactNode } from 'react';
import { Button } from '../button/Button.js';
import { FieldGroup } from '../fields/FieldGroup.js';
import { begun, goneOn, SIGNATURE_HEIGHT, SIGNATURE_WIDTH, type Point } from './strokes.js';
import styles from './signature.module.css';

export interface SignaturePadProps {
  readonly label: ReactNode;
  /** The strokes as an SVG path; empty before anything is drawn. */
  readonly value: string;
  readonly change: (path: string) => void;
  readonly error?: ReactNode;
}

/** A place to sign with a finger, a pen or a mouse. Whoever cannot draw types the name: offer that beside it. */
export function SignaturePad({ label, value, change, error }: SignaturePadProps) {
  const box = useRef<SVGSVGElement>(null);
  // The newest path, also between two paints: a finger is faster than they are.
  const path = useRef(value);
  const put = (next: string): void => {
    path.current = next;
    change(next);
  };
  const down = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    path.current = value;
    put(begun(path.current, pointOf(box.current, event)));
  };
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) put(goneOn(path.current, pointOf(box.current, event)));
  };
  return (
    <FieldGroup label={label} error={error}>
      <svg
        ref={box}
        className={styles['pad']}
        viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        data-signature="pad"
        onPointerDown={down}
        onPointerMove={move}
      >
        <path d={value} />
      </svg>
      <div>
        <Button variant="default" disabled={value === ''} onClick={() => put('')}>
          <Trans>重新签</Trans>
        </Button>
      </div>
    </FieldGroup>
  );
}

/** A signature as it was drawn. */
export function Signature({ path, label }: { readonly path: string; readonly label: string }) {
  return (
    <svg
      className={styles['signature']}
      viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <path d={path} />
    </svg>
  );
}

function pointOf(box: SVGSVGElement | null, { clientX, clientY }: PointerEvent): Point {
  const { left = 0, top = 0, width = 1, height = 1 } = box?.getBoundingClientRect() ?? {};
  return {
    x: ((clientX - left) / width) * SIGNATURE_WIDTH,
    y: ((clientY - top) / height) * SIGNATURE_HEIGHT,
  };
}
