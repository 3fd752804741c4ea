import { useLingui } from '@lingui/react/macro';
import type { FigureCode } from '../../gql/graphql.js';
import { partWords } from './figure-view.js';

/** The words of a part in the reader's language; never a code. */
export function usePartWords(): (figure: FigureCode, part: string) => string {
  const { t, i18n } = useLingui();
  return (figure, part) => {
    if (part === 'WITH_EVENT') return t`经历过重大变化`;
    if (part === 'WITHOUT_EVENT') return t`没有记录到重大变化`;
    if (part === 'ALL') return t`登记了人数的家庭`;
    return partWords(figure, part, i18n.locale === 'en') ?? t`其他`;
  };
}
