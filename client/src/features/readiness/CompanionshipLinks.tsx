import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { VolunteerQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { STATE_WORDS } from '../companionship/index.js';
import styles from './readiness.module.css';

type Companionships = NonNullable<VolunteerQuery['volunteer']>['companionships'];

/** The children this volunteer walks with, pseudonym beside the name. */
export function CompanionshipLinks({ companionships }: { readonly companionships: Companionships }) {
  const { i18n } = useLingui();
  if (companionships.length === 0) {
    return (
      <p className={styles['quiet']}>
        <Trans>现在没有陪伴的孩子。</Trans>
      </p>
    );
  }
  return (
    <ul className={styles['links']}>
      {companionships.map(({ id, state, child }) => (
        <li key={id} className={styles['next']}>
          <Link to={`/agency/companionships/${encodeURIComponent(id)}`}>
            <Trans>
              {child.name}（化名{child.pseudonym}）
            </Trans>
          </Link>
          <StateBadge tone={STATE_WORDS[state].tone}>{i18n._(STATE_WORDS[state].word)}</StateBadge>
        </li>
      ))}
    </ul>
  );
}
