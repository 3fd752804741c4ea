import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { useViewer } from '../../../app/session/session-context.js';
import { Mark } from '../../mark/Mark.js';
import { ConcernLink } from '../ConcernLink.js';
import { LanguageSwitch } from '../LanguageSwitch.js';
import type { Place } from '../place.js';
import { MAIN_ID, SkipLink } from '../SkipLink.js';
import styles from './phone.module.css';

type UpToFour =
  readonly [Place] | readonly [Place, Place] | readonly [Place, Place, Place] | readonly [Place, Place, Place, Place];

export interface PhoneShellProps {
  readonly base: string;
  /** At most four: more do not fit a thumb. */
  readonly places: UpToFour;
  readonly children: ReactNode;
}

/** Phone first: the places stand within the thumb's reach; on a wide screen they move to the top. */
export function PhoneShell({ base, places, children }: PhoneShellProps) {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  return (
    <div className={styles['shell']}>
      <SkipLink />
      <header className={styles['head']} data-print="no">
        <Link to={base} className={styles['home']}>
          <Mark size={24} />
          <span>
            <strong>
              <Trans>同行</Trans>
            </strong>
            <small>{viewer.agency.name}</small>
          </span>
        </Link>
        <ConcernLink />
        <LanguageSwitch />
      </header>
      <nav className={styles['bar']} aria-label={t`主要页面`} data-print="no">
        {places.map(({ path, label, icon: Icon, exact }) => (
          <NavLink key={path} to={path} end={exact ?? false}>
            <Icon size={22} stroke={1.75} aria-hidden />
            {i18n._(label)}
          </NavLink>
        ))}
      </nav>
      <main id={MAIN_ID} tabIndex={-1} className={styles['main']}>
        {children}
      </main>
    </div>
  );
}
