import { useEffect } from 'react';
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';
import { dropHalfWritten, halfWritten, keepHalfWritten } from '../../app/device/half-written.js';
import { useViewer } from '../../app/session/session-context.js';

/** A form whose words outlive the closed tab too, on this device and for whoever wrote them; `forget` once they arrived. */
export function useHalfWritten<Values extends FieldValues>(form: UseFormReturn<Values>, name: string) {
  const { id: owner } = useViewer();
  const { subscribe, setValue } = form;
  useEffect(() => {
    let typed = false;
    const known = subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        typed = true;
        void keepHalfWritten(owner, name, values);
      },
    });
    void halfWritten(owner, name, new Date()).then((kept) => {
      // Whoever typed on meanwhile is not interrupted.
      if (!kept || typed) return;
      for (const [field, value] of Object.entries(kept)) {
        setValue(field as Path<Values>, value as PathValue<Values, Path<Values>>);
      }
    });
    return () => {
      typed = true;
      known();
    };
  }, [subscribe, setValue, owner, name]);
  return { forget: () => void dropHalfWritten(owner, name) };
}
