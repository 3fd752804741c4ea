import { useLingui } from '@lingui/react/macro';

/** How far a goal was reached, in words; the best first. */
export function useReached(): readonly { readonly value: number; readonly label: string }[] {
  const { t } = useLingui();
  return [
    { value: 5, label: t`全部做到，还更好` },
    { value: 4, label: t`做到了` },
    { value: 3, label: t`大部分做到` },
    { value: 2, label: t`做到一些` },
    { value: 1, label: t`还没有做到` },
  ];
}
