import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type PointerEvent } from 'react';
import { Button } from '../../ui/button/Button.js';
import { extended, PAD, pathOf, type Point, type Stroke } from './signature-path.js';
import styles from './ledger.module.css';

export interface SignaturePadProps {
  readonly label: string;
  readonly path: string;
  readonly change: (path: string) => void;
  readonly error?: string | undefined;
}

/** Somebody signs with a finger, a pen or the mouse. Who cannot, gives their word in another way. */
export function SignaturePad({ label, path, change, error }: SignaturePadProps) {
  const { t } = useLingui();
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [drawing, setDrawing] = useState<Stroke>();
  const start = (event: PointerEvent<SVGSVGElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawing([pointOf(event)]);
  };
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    if (drawing) setDrawing(extended(drawing, pointOf(event)));
  };
  const end = (): void => {
    if (!drawing) return;
    const all = [...strokes, drawing];
    setStrokes(all);
    setDrawing(undefined);
    change(pathOf(all));
  };
  const clear = (): void => {
    setStrokes([]);
    setDrawing(undefined);
    change('');
  };
  return (
    <div className={styles['sign']}>
      <p>{label}</p>
      <svg
        className={styles['pad']}
        viewBox={`0 0 ${PAD.width} ${PAD.height}`}
        role="img"
        aria-label={path ? t`${label}：已经签了` : t`${label}：还没有签`}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path className={styles['base']} d={`M24 ${PAD.height - 44}H${PAD.width - 24}`} />
        <path className={styles['ink']} d={pathOf(drawing ? [...strokes, drawing] : strokes)} />
      </svg>
      {error ? (
        <p className={styles['wrong']} role="alert">
          {error}
        </p>
      ) : null}
      {path ? (
        <div>
          <Button variant="subtle" onClick={clear}>
            <Trans>擦掉重签</Trans>
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function pointOf({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { x: ((clientX - left) / width) * PAD.width, y: ((clientY - top) / height) * PAD.height };
}
