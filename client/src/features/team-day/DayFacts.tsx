import { Trans, useLingui } from '@lingui/react/macro';
import type { GuestDay_DayFragment } from '../../gql/graphql.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './team-day.module.css';

/** When and where, for whoever comes. */
export function DayFacts({ day }: { readonly day: GuestDay_DayFragment }) {
  const format = useFormat();
  return (
    <p className={styles['facts']}>
      <strong>{format.dayOfWeek(day.onDate)}</strong>
      <span>
        {format.minute(day.startMinute)}–{format.minute(day.endMinute)}
      </span>
      <span lang={dataLang(day.venueName)}>{day.venueName}</span>
      <span lang={dataLang(day.teamName)}>{day.teamName}</span>
    </p>
  );
}

/** The theme in the language of the page, where it is known in it. */
export function useTheme(): (day: GuestDay_DayFragment) => string {
  const { i18n } = useLingui();
  return ({ theme, themeEn }) => (i18n.locale === 'en' && themeEn ? themeEn : theme);
}

/** By when a check has to be there, or kindly that there is no time for one any more (T11). */
export function CheckTime({ day }: { readonly day: GuestDay_DayFragment }) {
  const format = useFormat();
  if (!day.tasks.includes('WITH_CHILDREN')) return null;
  return (
    <p className={styles['quiet']}>
      {day.checksCanArrive ? (
        <Trans>和孩子们一起的同事，记录查询要在 {format.day(day.checkBy)} 以前办好。机构会帮您办。</Trans>
      ) : (
        <Trans>
          现在开始办记录查询，已经来不及了。没有关系：没有查询过的同事这一天做不接触孩子的任务，一样帮得上忙。
        </Trans>
      )}
    </p>
  );
}
