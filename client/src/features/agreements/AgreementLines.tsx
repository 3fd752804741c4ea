import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { Line_AgreementFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CAPACITY, KIND, STATE } from './agreement-words.js';
import styles from './agreements.module.css';

export interface AgreementLinesProps {
  readonly agreements: readonly Line_AgreementFragment[];
  /** On a person's own page their name goes without saying. */
  readonly named?: boolean;
}

/** Agreements one below the other: whose, where each stands, and who is awaited. */
export function AgreementLines({ agreements, named = true }: AgreementLinesProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  return (
    <ul className={styles['list']}>
      {agreements.map(({ id, kind, state, name, templateNumber, waitsFor, ...days }) => (
        <li key={id} className={styles['line']}>
          <Link to={`/agency/agreements/${encodeURIComponent(id)}`}>
            {named ? `${name} · ` : null}
            {i18n._(KIND[kind])}
          </Link>
          <StateBadge tone={STATE[state].tone}>{i18n._(STATE[state].word)}</StateBadge>
          <span className={styles['quiet']}>
            <Trans>第 {templateNumber} 版</Trans>
            {waitsFor.length > 0 ? (
              <>
                {' · '}
                <Trans>等：{format.list(waitsFor.map((who) => i18n._(CAPACITY[who])))}</Trans>
              </>
            ) : null}
            {days.signBy && waitsFor.length > 0 ? (
              <>
                {' · '}
                <Trans>{format.day(days.signBy)} 以前</Trans>
              </>
            ) : null}
            {days.validUntil && state === 'IN_FORCE' ? (
              <>
                {' · '}
                <Trans>有效到 {format.day(days.validUntil)}</Trans>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
