import { useLingui } from '@lingui/react/macro';
import type { CompanyYearQuery, YearWishReason } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';

export type DeskYear = NonNullable<CompanyYearQuery['companyYear']>;
export type YearEntry = DeskYear['entries'][number];
export type YearPlace = DeskYear['teams'][number]['places'][number];

type EntryDay = Pick<YearEntry['days'][number], 'day' | 'holiday' | 'holidayEn'>;

/** The words of a company's year: what stands against a wish, and how far a day has come. */
export function useYearWords() {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const reasons: Readonly<Record<YearWishReason, string>> = {
    NOT_WISHED: t`没有选过这一项`,
    DAY_NOT_OFFERED: t`没有可以办的日子`,
    COMPANY_CANNOT: t`可以办的日子不在它方便的月份`,
    OVER_BUDGET: t`超过了它的预算`,
    TOO_MANY_PEOPLE: t`它来的人比名额多`,
    TOO_FEW_WORKERS: t`那几天在岗的同事不够`,
    VENUE_TOO_SMALL: t`场地装不下`,
    NO_DAYS_LEFT: t`它的天数用完了`,
    VETOED: t`说过来不了，或者名额被别人约走了`,
    HAS_ITS_DAYS: t`它要的天数已经够了`,
    THAT_DAY_TAKEN: t`那一天它已经有别的活动`,
    BUDGET_USED: t`剩下的预算不够了`,
    VENUE_TAKEN: t`那一天场地有别的活动`,
    WORKERS_BUSY: t`那一天同事都有安排`,
    NO_ROOM: t`名额满了`,
    HELD_OFTEN: t`这项活动的次数用完了`,
    WORTH_LESS: t`让给别的企业，总的更合适`,
    LINE_CLOSED: t`这一项收回了`,
  };
  const standing = ({ state, decided, toDesign, activityId }: YearPlace): { word: string; tone: Tone } => {
    switch (state) {
      case 'PROPOSED':
        return decided
          ? { word: t`同事定下的，还没有告诉企业`, tone: 'waiting' }
          : { word: t`建议，还没有告诉企业`, tone: 'waiting' };
      case 'TOLD':
        return { word: t`等企业答复`, tone: 'soon' };
      case 'ACCEPTED':
        if (!toDesign) return { word: t`约好了`, tone: 'good' };
        return activityId
          ? { word: t`答应了，活动计划写好了`, tone: 'good' }
          : { word: t`答应了，正在一起设计`, tone: 'waiting' };
      case 'DECLINED':
        return { word: t`企业来不了`, tone: 'refused' };
      case 'ENDED':
        return { word: t`撤下了`, tone: 'quiet' };
    }
  };
  const theme = (named: { readonly theme: string; readonly themeEn?: string | null | undefined }): string =>
    i18n.locale === 'en' && named.themeEn ? named.themeEn : named.theme;
  /** In order; a day that is off says of which holiday. */
  const days = (list: readonly EntryDay[]): string =>
    format.list(
      list.map(({ day, holiday, holidayEn }) => {
        const named = i18n.locale === 'en' && holidayEn ? holidayEn : holiday;
        const said = format.dayOfWeek(day);
        return named ? t`${said}（${named}放假）` : said;
      }),
    );
  const month = (number: number): string =>
    new Intl.DateTimeFormat(i18n.locale, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2027, number - 1, 1));
  return { reason: (code: YearWishReason) => reasons[code], standing, theme, days, month };
}
