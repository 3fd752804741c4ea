import { Trans, useLingui } from '@lingui/react/macro';
import { useViewer } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import type { ListedActivity, MonthProps } from './ActivityList.js';
import styles from './activities.module.css';
import { canMove } from './move-form.js';
import { useActivityWords } from './use-activity-words.js';

export interface MoveButtonProps extends Pick<MonthProps, 'ask'> {
  readonly activity: ListedActivity;
}

/** "Move to…" for those who do not drag; nothing where the activity has to stay, or the reader may not. */
export function MoveButton({ activity, ask }: MoveButtonProps) {
  const { t } = useLingui();
  const words = useActivityWords();
  const { today } = useViewer().agency;
  if (!ask || !canMove(activity, today)) return null;
  const theme = words.theme(activity);
  return (
    <div className={styles['move']} data-print="no">
      <Button variant="subtle" onClick={() => ask(activity)} aria-label={t`把“${theme}”移到…`}>
        <Trans>移到…</Trans>
      </Button>
    </div>
  );
}
