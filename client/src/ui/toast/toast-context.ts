import { createContext, useContext, type ReactNode } from 'react';

export interface Toast {
  readonly message: ReactNode;
  /** Takes the change back; offered for soft changes, where a dialog beforehand would only be in the way. */
  readonly undo?: (() => void | Promise<void>) | undefined;
  readonly tone?: 'good' | 'danger';
}
export type ShowToast = (toast: Toast) => void;

export const ToastContext = createContext<ShowToast | undefined>(undefined);

export function useToast(): ShowToast {
  const show = useContext(ToastContext);
  if (!show) throw new Error('BUG: useToast outside of ToastProvider');
  return show;
}
