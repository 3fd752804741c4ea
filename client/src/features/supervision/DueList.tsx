import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useViewer } from '../../app/session/session-context.js';
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
  readonly supervisorId?: string | null;
}
export interface DueListProps {
  readonly volunteers: readonly DueVolunteer[];
  /** Where the list is the whole agency's: each is named, and only their own supervisor agrees on a talk from here. */
  readonly supervisors?: readonly { readonly personId: string; readonly name: string }[];
}

/** Whose talk is overdue, since when, and the way to agree on one. */
export function DueList({ volunteers, supervisors }: DueListProps) {
  const { i18n, t } = useLingui();
  const format = useFormat();
  const viewer = useViewer();
  const mine = (supervisorId: string | null | undefined) => !supervisors || supervisorId === viewer.id;
  return (
    <Card tone="waiting">
      <ul className={styles['list']}>
        {volunteers.map(({ volunteerId, name, overdue, individualDueOn, groupDueOn, supervisorId }) => (
          <li key={volunteerId} className={styles['line']}>
            <span>
              <Link to={`/agency/volunteers/${encodeURIComponent(volunteerId)}`}>{name}</Link>{' '}
              {overdue.map((one) => (
                <span key={one} className={styles['quiet']}>
                  {i18n._(FORMAT[one])}{' '}
                  <Trans>应在 {format.day(one === 'INDIVIDUAL' ? individualDueOn : groupDueOn)} 以前</Trans>{' '}
                </span>
              ))}
              {supervisors ? (
                <Whose name={supervisors.find(({ personId }) => personId === supervisorId)?.name} />
              ) : null}
            </span>
            {mine(supervisorId) ? (
              <LinkButton
                variant="default"
                to={`/agency/supervision/new?volunteer=${encodeURIComponent(volunteerId)}`}
                aria-label={t`约${name}谈一谈`}
              >
                <Trans>约一次</Trans>
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Whose({ name }: { readonly name: string | undefined }) {
  return (
    <span className={styles['quiet']}>
      {name === undefined ? <Trans>还没有督导</Trans> : <Trans>督导：{name}</Trans>}
    </span>
  );
}
