import { Trans, useLingui } from '@lingui/react/macro';
import { IconCommand, IconMenu2 } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useHotkeys } from '@mantine/hooks';
import { Link, NavLink, useLocation } from 'react-router';
import { useMay, useViewer } from '../../../app/session/session-context.js';
import { Mark } from '../../mark/Mark.js';
import { ConcernLink } from '../ConcernLink.js';
import type { PlaceGroup } from '../place.js';
import { MAIN_ID, SkipLink } from '../SkipLink.js';
import type { UsePeopleHits } from './people-hits.js';
import { PersonMenu } from './PersonMenu.js';
import styles from './desk.module.css';

const Palette = lazy(() => import('./Palette.js'));

export interface DeskShellProps {
  readonly places: readonly PlaceGroup[];
  readonly base: string;
  /** Finds people for the palette; always the same hook. */
  readonly usePeople?: UsePeopleHits;
  readonly children: ReactNode;
}

/** The desk: a rail of words at the left, ⌘K over everything, the work at most 1,200 px wide. */
export function DeskShell({ places, base, usePeople, children }: DeskShellProps) {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  const may = useMay();
  const [railOpen, setRailOpen] = useState(false);
  const [palette, setPalette] = useState<'never' | 'open' | 'closed'>('never');
  const list = useCurrentInSight();
  useHotkeys([['mod+K', () => setPalette('open')]], []);
  const shown = places
    .map((group) => ({
      ...group,
      places: group.places.filter(({ permission }) => permission === undefined || may(permission)),
    }))
    .filter((group) => group.places.length > 0);
  return (
    <div className={styles['shell']} data-face="desk">
      <SkipLink />
      <header className={styles['rail']} data-open={railOpen} data-print="no">
        <div className={styles['brand']}>
          <Link to={base} className={styles['home']}>
            <Mark size={26} />
            <span>
              <strong>
                <Trans>同行</Trans>
              </strong>
              <small>{viewer.agency.name}</small>
            </span>
          </Link>
          <button
            type="button"
            className={styles['menuButton']}
            aria-expanded={railOpen}
            aria-controls="rail-places"
            onClick={() => setRailOpen((open) => !open)}
          >
            <IconMenu2 size={20} stroke={1.75} aria-hidden />
            <Trans>菜单</Trans>
          </button>
        </div>
        <div className={styles['inner']} id="rail-places">
          <button type="button" className={styles['search']} onClick={() => setPalette('open')}>
            <IconCommand size={16} stroke={1.75} aria-hidden />
            <span>{may('person.search') ? <Trans>找人、去哪里</Trans> : <Trans>去哪里、做什么</Trans>}</span>
            <kbd aria-hidden="true">⌘K</kbd>
          </button>
          <nav aria-label={t`主要页面`} ref={list}>
            {shown.map(({ title, places: own }, index) => (
              <div key={own[0]?.path} className={styles['group']}>
                {title ? <p id={`rail-group-${index}`}>{i18n._(title)}</p> : null}
                <ul aria-labelledby={title ? `rail-group-${index}` : undefined}>
                  {own.map(({ path, label, icon: Icon, exact }) => (
                    <li key={path}>
                      <NavLink to={path} end={exact ?? false} onClick={() => setRailOpen(false)}>
                        <Icon size={18} stroke={1.75} aria-hidden />
                        {i18n._(label)}
                      </NavLink>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </nav>
          <ConcernLink />
          <PersonMenu base={base} />
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={styles['main']}>
        {children}
      </main>
      {palette === 'never' ? null : (
        <Suspense>
          <Palette
            places={shown.flatMap((group) => group.places)}
            opened={palette === 'open'}
            close={() => setPalette('closed')}
            base={base}
            usePeople={usePeople}
          />
        </Suspense>
      )}
    </div>
  );
}

/** A rail longer than the window is scrolled to where one is. */
function useCurrentInSight() {
  const list = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return list;
}
