import { Trans } from '@lingui/react/macro';
import { useMay } from '../../app/session/session-context.js';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { Card } from '../../ui/page/Page.js';
import { EndForm } from './EndForm.js';
import styles from './companionship.module.css';

export interface EndingProps {
  readonly companionship: NonNullable<CompanionshipQuery['companionship']>;
  readonly reload: () => void;
}

/** Always within reach, never in the way: either side can stop at any moment (H26). */
export function Ending({ companionship: { id, version, transitions }, reload }: EndingProps) {
  const may = useMay();
  if (!transitions.includes('ENDED') || !may('companionship.end')) return null;
  return (
    <details className={styles['fold']} data-print="no">
      <summary>
        <Trans>结束这段陪伴</Trans>
      </summary>
      <Card>
        <EndForm companionshipId={id} version={version} reload={reload} />
      </Card>
    </details>
  );
}
