import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { SupervisionFormat } from '../../gql/graphql.js';
import { LinkButton } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { FORMAT } from './supervision-words.js';
import styles from './supervision.module.css';

export interface DueVolunteer {
  readonly volunteerId: string;
  readonly name: string;
  readonly overdue: readonly SupervisionFormat[];
  readonly individualDueOn: string;
  readonly groupDueOn: string;
}

/** Whose talk is overdue, since when, and the way to agree on one. */
export function DueList({ volunteers }: { readonly volunteers: readonly DueVolunteer[] }) {
  const { i18n, t } = useLingui();
  const format = useFormat();
  return (
    <Card tone="waiting">
      <ul className={styles['list']}>
        {volunteers.map(({ volunteerId, name, overdue, individualDueOn, groupDueOn }) => (
          <li key={volunteerId} className={styles['line']}>
            <span>
              <Link to={`/agency/volunteers/${encodeURIComponent(volunteerId)}`}>{name}</Link>{' '}
              {overdue.map((one) => (
                <span key={one} className={styles['quiet']}>
                  {i18n._(FORMAT[one])}{' '}
                  <Trans>应在 {format.day(one === 'INDIVIDUAL' ? individualDueOn : groupDueOn)} 以前</Trans>{' '}
                </span>
              ))}
            </span>
            <LinkButton
              variant="default"
              to={`/agency/supervision/new?volunteer=${encodeURIComponent(volunteerId)}`}
              aria-label={t`约${name}谈一谈`}
            >
              <Trans>约一次</Trans>
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}
