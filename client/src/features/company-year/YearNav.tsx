import { Trans, useLingui } from '@lingui/react/macro';
import { LinkButton } from '../../ui/button/Button.js';
import styles from './company-year.module.css';

/** Years that can be looked at, before and after this one. */
const [YEARS_KEPT, YEARS_AHEAD] = [5, 2];

/** The year before and the year after, as far as there can be any. */
export function YearNav({ year, now, base }: { readonly year: number; readonly now: number; readonly base: string }) {
  const { t } = useLingui();
  return (
    <nav className={styles['buttons']} aria-label={t`哪一年`}>
      {year > now - YEARS_KEPT ? (
        <LinkButton variant="default" to={`${base}/${year - 1}`}>
          <Trans>上一年</Trans>
        </LinkButton>
      ) : null}
      <strong>{year}</strong>
      {year < now + YEARS_AHEAD ? (
        <LinkButton variant="default" to={`${base}/${year + 1}`}>
          <Trans>下一年</Trans>
        </LinkButton>
      ) : null}
    </nav>
  );
}
