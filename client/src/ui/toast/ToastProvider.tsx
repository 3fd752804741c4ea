import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { ToastContext, type Toast } from './toast-context.js';
import styles from './toast.module.css';

// Long enough to read and to reach the undo; hovering or focusing holds it.
const SHOWN_MS = 8000;

interface Shown extends Toast {
  readonly id: number;
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const nextId = useRef(0);
  const show = useCallback((toast: Toast) => {
    const id = nextId.current++;
    setToasts((all) => [...all.slice(-2), { ...toast, id }]);
  }, []);
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles['stack']} role="status" aria-live="polite" data-print="no">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} close={close} />
        ))}
      </div>
    </ToastContext>
  );
}

function ToastCard({ toast, close }: { readonly toast: Shown; readonly close: (id: number) => void }) {
  const { t } = useLingui();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => close(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id, close]);
  const Icon = toast.tone === 'danger' ? IconAlertTriangle : IconCheck;
  const undo = async (): Promise<void> => {
    close(toast.id);
    await toast.undo?.();
  };
  return (
    <div
      className={styles['toast']}
      data-tone={toast.tone ?? 'good'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={20} stroke={1.75} aria-hidden />
      <p>{toast.message}</p>
      {toast.undo ? (
        <button type="button" className={styles['undo']} onClick={() => void undo()}>
          <Trans>撤销</Trans>
        </button>
      ) : null}
      <button type="button" className={styles['close']} aria-label={t`收起这条提示`} onClick={() => close(toast.id)}>
        <IconX size={18} stroke={1.75} aria-hidden />
      </button>
    </div>
  );
}
