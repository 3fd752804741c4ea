import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { readFragment } from '../../gql/index.js';
import { Button } from '../../ui/button/Button.js';
import { CopyField } from '../../ui/copy/CopyField.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { GUEST_DAY } from '../team-day/index.js';
import type { RosterProps } from './RosterPage.js';
import { RosterProblem } from './RosterProblem.js';
import styles from './team-roster.module.css';
import { CLOSE_LINK, MAKE_LINK } from './team-roster.operations.js';

/** One address and its picture, for everybody of the team. */
export function JoinLink({ roster, reload }: RosterProps) {
  const { t } = useLingui();
  const [making, make] = useMutation(MAKE_LINK);
  const [closing, close] = useMutation(CLOSE_LINK);
  const [asking, setAsking] = useState(false);
  const { bookingId, linkAddress, linkPicture } = roster;
  const { closed } = readFragment(GUEST_DAY, roster.day);
  const input = { bookingId };
  if (!linkAddress || !linkPicture) {
    return (
      <div className={styles['fields']}>
        <p>
          {closed ? (
            <Trans>现在不能再报名了。</Trans>
          ) : (
            <Trans>同事打开链接，自己报名、学课、签协议。您只看得到姓名和准备得怎么样。</Trans>
          )}
        </p>
        <RosterProblem outcome={making.data?.outcome} error={making.error} />
        {closed ? null : (
          <div>
            <Button loading={making.fetching} onClick={() => void make({ input }).then(reload)}>
              <Trans>开一个链接</Trans>
            </Button>
          </div>
        )}
      </div>
    );
  }
  return (
    <div className={styles['link']}>
      <img
        alt={t`报名链接的二维码`}
        width={180}
        height={180}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(linkPicture)}`}
      />
      <div className={styles['fields']}>
        <CopyField label={t`发给同事的链接`} value={linkAddress} />
        <RosterProblem outcome={closing.data?.outcome} error={closing.error} />
        <div>
          <Button variant="subtle" onClick={() => setAsking(true)}>
            <Trans>关闭链接</Trans>
          </Button>
        </div>
      </div>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`关闭报名的链接`}
        confirmLabel={<Trans>关闭链接</Trans>}
        busy={closing.fetching}
        onConfirm={async () => {
          await close({ input });
          setAsking(false);
          reload();
        }}
      >
        <p>
          <Trans>没有报名的同事打不开它了；已经报名的不受影响。以后可以再开一个新的。</Trans>
        </p>
      </ConfirmDialog>
    </div>
  );
}
