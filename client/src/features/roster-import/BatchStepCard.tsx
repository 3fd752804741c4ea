import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { ConfirmStep } from './ConfirmStep.js';
import type { Batch } from './batch.js';
import { LIST_WORDS, listsPeople } from './import-words.js';
import { ImportStep } from './ImportStep.js';
import styles from './import.module.css';
import type { BatchStepProps } from './batch-step.js';

const LIST_OF = {
  VOLUNTEERS: '/agency/volunteers',
  CHILDREN: '/agency/children',
  STAFF: '/agency/staff',
  ACTIVITIES: '/agency/activities',
  TEAMS: undefined,
} as const;

/** The one thing that is due now. */
export function BatchStepCard({ batch, reload }: BatchStepProps) {
  switch (batch.state) {
    case 'STAGED':
      return (
        <Card>
          <ImportStep batch={batch} reload={reload} />
        </Card>
      );
    case 'IMPORTED':
      return (
        <Card tone="waiting">
          <ConfirmStep batch={batch} reload={reload} />
        </Card>
      );
    case 'CONFIRMED':
      return (
        <Card tone="good">
          <Confirmed batch={batch} />
        </Card>
      );
    case 'DISCARDED':
      return (
        <p className={styles['quiet']}>
          <Dropped batch={batch} />
        </p>
      );
    default:
      return assertUnreachable(batch.state);
  }
}

function Dropped({ batch: { kind, undoneBy, undoneAt } }: { readonly batch: Batch }) {
  const format = useFormat();
  if (!listsPeople(kind)) {
    if (!undoneBy || !undoneAt) return <Trans>这份表格已经放下，没有导入任何内容。需要的话，可以再上传一次。</Trans>;
    return (
      <Trans>
        {undoneBy}在{format.instant(undoneAt)}撤回了这份表格，导入的内容都已经删去。需要的话，可以再上传一次。
      </Trans>
    );
  }
  if (!undoneBy || !undoneAt) return <Trans>这份名单已经放下，没有导入任何人。需要的话，可以再上传一次。</Trans>;
  return (
    <Trans>
      {undoneBy}在{format.instant(undoneAt)}撤回了这份名单，导入的人都已经删去。需要的话，可以再上传一次。
    </Trans>
  );
}

function Confirmed({
  batch: { kind, importedCount, updatedCount, confirmedBy, confirmedAt },
}: {
  readonly batch: Batch;
}) {
  const format = useFormat();
  const { i18n } = useLingui();
  const list = LIST_OF[kind];
  return (
    <>
      <p>
        {listsPeople(kind) ? (
          <Plural value={importedCount} other="# 个人已经导入。" />
        ) : (
          <Plural value={importedCount} other="# 行已经导入。" />
        )}
        {updatedCount > 0 ? <Plural value={updatedCount} other="# 个人的资料已经更新。" /> : null}
        {confirmedBy && confirmedAt ? (
          <Trans>
            {confirmedBy}在{format.instant(confirmedAt)}确认。
          </Trans>
        ) : null}
      </p>
      {list ? (
        <div>
          <Button component={Link} to={list} variant="default">
            {i18n._(LIST_WORDS[kind])}
          </Button>
        </div>
      ) : null}
    </>
  );
}
