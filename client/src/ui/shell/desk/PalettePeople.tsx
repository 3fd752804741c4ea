import { Trans, useLingui } from '@lingui/react/macro';
import { Spotlight } from '@mantine/spotlight';
import { IconMoodKid, IconUser } from '@tabler/icons-react';
import { MatchedName } from '../../name/MatchedName.js';
import styles from './palette.module.css';
import type { PeopleHits, PersonHit } from './people-hits.js';

export interface PalettePeopleProps {
  readonly hits: readonly PersonHit[];
  readonly go: (path: string) => void;
}

/** The people of the palette, before its places. */
export function PalettePeople({ hits, go }: PalettePeopleProps) {
  const { t } = useLingui();
  if (hits.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t`儿童和志愿者`}>
      {hits.map((hit) => (
        <Spotlight.Action key={hit.id} onClick={() => go(hit.path)}>
          <Person hit={hit} />
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** In one line how the search for people stands; told to those who hear the page, too. */
export function PeopleStanding({ people: { state, hits, more } }: { readonly people: PeopleHits }) {
  return (
    <p className={styles['standing']} role="status">
      <Standing state={state} count={hits.length} more={more} />
    </p>
  );
}

function Person({ hit: { kind, name, match } }: { readonly hit: PersonHit }) {
  const child = kind === 'CHILD';
  const Icon = child ? IconMoodKid : IconUser;
  return (
    <span className={styles['person']}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span className={styles['name']}>
        <MatchedName name={name} match={match} />
      </span>
      <span className={styles['kind']}>{child ? <Trans context="one">儿童</Trans> : <Trans>志愿者</Trans>}</span>
    </span>
  );
}

interface StandingProps extends Pick<PeopleHits, 'state' | 'more'> {
  readonly count: number;
}

function Standing({ state, count, more }: StandingProps) {
  if (state === 'IDLE') return null;
  if (state === 'SEARCHING') return <Trans>正在找人……</Trans>;
  if (state === 'FAILED') return <Trans>现在找不了人，请过一会儿再试。</Trans>;
  if (count === 0) return <Trans>没有叫这个名字的儿童或志愿者。</Trans>;
  return more ? <Trans>先列出最相近的 {count} 位，多写一个字就更准。</Trans> : <Trans>找到 {count} 位。</Trans>;
}
