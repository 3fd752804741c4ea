import { useLingui } from '@lingui/react/macro';
import type { SeriesRhythm } from '../../gql/graphql.js';

/** How often a series comes, in the reader's language. */
export function useSeriesWords() {
  const { t } = useLingui();
  const every: Readonly<Record<SeriesRhythm, string>> = {
    WEEK: t`每周一次`,
    FORTNIGHT: t`每两周一次`,
    MONTH: t`每月同一天`,
  };
  return { every: (rhythm: SeriesRhythm): string => every[rhythm] };
}
