import { useLingui } from '@lingui/react/macro';
import {
  CHILD_CATEGORIES,
  PLACE_END_REASONS,
  REGISTRATIONS,
  SCHOOL_STAGES,
  SERVICE_LEVELS,
  SUPPORT_KINDS,
  wordsOf,
  type Code,
} from '@tongxing/shared/rules';
import { useFormat } from '../../ui/format/use-format.js';
import { ageBorders } from './finding-view.js';

interface Named {
  readonly name: string;
  readonly nameEn?: string | null | undefined;
}

/** The words of programmes in the reader's language. */
export function useProgrammeWords() {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const read = (table: readonly Code[]) => (code: string) => {
    const words = wordsOf(table, code);
    return words ? (i18n.locale === 'en' ? words.en : words.zh) : t`其他`;
  };
  const [stage, registration, category] = [read(SCHOOL_STAGES), read(REGISTRATIONS), read(CHILD_CATEGORIES)];
  const ages = (least: string, most: string): string => {
    switch (ageBorders(least, most)) {
      case 'BETWEEN':
        return t`${least} 到 ${most} 岁`;
      case 'FROM':
        return t`${least} 岁起`;
      case 'UNTIL':
        return t`到 ${most} 岁`;
      case 'ANY':
        return t`不限`;
    }
  };
  return {
    level: read(SERVICE_LEVELS),
    support: read(SUPPORT_KINDS),
    endReason: read(PLACE_END_REASONS),
    stage,
    registration,
    category,
    ages,
    list: (codes: readonly string[], words: (code: string) => string) => format.list(codes.map(words)),
    /** A programme without an English name keeps its own. */
    name: ({ name, nameEn }: Named): string => (i18n.locale === 'en' && nameEn ? nameEn : name),
    nameLang: ({ nameEn }: Named): 'zh-CN' | undefined => (i18n.locale === 'en' && !nameEn ? 'zh-CN' : undefined),
    period: (startsOn: string, endsOn: string | null | undefined): string => {
      const [from, to] = [format.day(startsOn), endsOn ? format.day(endsOn) : ''];
      return endsOn ? t`${from}至${to}` : t`${from}起`;
    },
  };
}
