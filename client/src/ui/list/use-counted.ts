import { useLingui } from '@lingui/react/macro';
import { COUNTED_UP_TO } from '@tongxing/shared/kernel';

/** How many a list has, in words where nobody counted further. */
export function useCounted(): (count: number) => string {
  const { t } = useLingui();
  return (count) => (count > COUNTED_UP_TO ? t`${COUNTED_UP_TO} 以上` : String(count));
}
