import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { hoursOf } from '@tongxing/shared/rules';
import { dataLang } from '../../ui/format/text-lang.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import styles from './team-pack.module.css';

interface PackHoursProps {
  readonly lines: readonly { readonly id?: string; readonly name: string; readonly minutes: number }[];
  /** Down for the day, but not there; left out where nobody asks. */
  readonly missed?: number;
}

/** Who was there and for how long, as the hours log has it. */
export function PackHours({ lines, missed = 0 }: PackHoursProps) {
  const { t, i18n } = useLingui();
  const lang = i18n.locale === 'en' ? 'en' : 'zh';
  const hours = hoursOf(lines.reduce((all, { minutes }) => all + minutes, 0));
  if (lines.length === 0) {
    return (
      <EmptyState title={<Trans>没有人的服务时间</Trans>}>
        <p>
          <Trans>这个团队那天没有人签到。时间来自当天的签到，不能在这里手写。</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <p>
        <Trans>
          <strong>{lines.length}</strong> 人，一共 <strong>{hours}</strong> 小时
        </Trans>
        {missed > 0 ? (
          <>
            {' · '}
            <Plural value={missed} other="报了名没有来 # 人" />
          </>
        ) : null}
      </p>
      <ul className={styles['people']} aria-label={t`每个人的服务时间`}>
        {lines.map(({ id, name, minutes }, index) => (
          <li key={`${name} ${String(index)}`}>
            <span lang={dataLang(name)}>{name}</span>
            <span className={styles['hours']}>
              <Plural value={minutes} other="# 分钟" />
            </span>
            {id === undefined ? null : (
              <a href={`/files/certificates/${encodeURIComponent(id)}/service.pdf?lang=${lang}`} download>
                <Trans>服务证明</Trans>
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
