import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { AccountBadge } from './AccountBadge.js';
import { REVOKE_INVITATION } from './invitations.operations.js';
import styles from './invitations.module.css';
import { InviteForm, type InviteFormProps } from './InviteForm.js';
import { SentInvitation, type Sent } from './SentInvitation.js';
import type { Account } from './account.js';

export interface InviteCardProps {
  readonly name: string;
  readonly account: Account;
  /** The phone number or address on file, to which an invitation goes unless another is named. */
  readonly phone: string | null | undefined;
  readonly reload: () => void;
  /** For whoever sees how it stands and may not change it here. */
  readonly readOnly?: boolean;
  /** Asks for more than where to send it: the roles of a colleague. */
  readonly form?: (props: InviteFormProps) => ReactNode;
}

/** Whether somebody has an account of their own; whoever may, invites them to make one. */
export function InviteCard({ name, account, phone, reload, readOnly = false, form = askWhereTo }: InviteCardProps) {
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [sent, setSent] = useState<Sent>();
  const invitable = !readOnly && may('person.invite') && account.state !== 'HAS_ACCOUNT';
  return (
    <Card>
      <div className={styles['card']}>
        <p>
          <AccountBadge state={account.state} /> <Standing account={account} />
        </p>
        {sent && account.state === 'INVITED' ? <SentInvitation {...sent} /> : null}
        {asking
          ? form({
              account,
              phone,
              invited: (made) => {
                setAsking(false);
                setSent(made);
                reload();
              },
              leave: () => setAsking(false),
            })
          : null}
        {invitable && !asking ? (
          <div className={styles['actions']}>
            <Button variant={account.state === 'NOT_INVITED' ? 'filled' : 'default'} onClick={() => setAsking(true)}>
              {account.state === 'NOT_INVITED' ? <Trans>邀请开通账号</Trans> : <Trans>再发一次邀请</Trans>}
            </Button>
            {account.state === 'INVITED' ? <Revoke name={name} account={account} reload={reload} /> : null}
          </div>
        ) : null}
      </div>
    </Card>
  );
}

const askWhereTo = (props: InviteFormProps): ReactNode => <InviteForm {...props} />;

function Standing({ account: { state, invitedAt, expiresAt } }: { readonly account: Account }) {
  const format = useFormat();
  switch (state) {
    case 'HAS_ACCOUNT':
      return null;
    case 'INVITED':
      return (
        <Trans>
          {format.instant(invitedAt ?? '')} 发出，链接到 {format.instant(expiresAt ?? '')} 有效。
        </Trans>
      );
    case 'INVITATION_EXPIRED':
      return <Trans>{format.instant(invitedAt ?? '')} 发出，还没有开通。可以再发一次，或者打个电话问问。</Trans>;
    case 'NOT_INVITED':
      return <Trans>有了账号，本人就能自己登录，看安排、办事情。</Trans>;
    default:
      return assertUnreachable(state);
  }
}

interface RevokeProps {
  readonly name: string;
  readonly account: Account;
  readonly reload: () => void;
}

function Revoke({ name, account, reload }: RevokeProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [opened, setOpened] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [{ fetching }, revoke] = useMutation(REVOKE_INVITATION);
  const takeBack = async (): Promise<void> => {
    const { data, error } = await revoke({ input: { invitationId: account.invitationId ?? '' } });
    setOpened(false);
    if (!data) return setProblem(<RequestFault error={error} />);
    toast({ message: t`邀请收回了，链接已经失效。` });
    return reload(); // where it had ended meanwhile, the card says how it stands now
  };
  return (
    <>
      <Button variant="subtle" onClick={() => setOpened(true)}>
        <Trans>收回邀请</Trans>
      </Button>
      {problem ? <div role="alert">{problem}</div> : null}
      <ConfirmDialog
        opened={opened}
        close={() => setOpened(false)}
        title={t`收回发给${name}的邀请？`}
        confirmLabel={<Trans>收回邀请</Trans>}
        onConfirm={takeBack}
        busy={fetching}
      >
        <p>
          <Trans>发出去的链接马上失效。以后可以再邀请。</Trans>
        </p>
      </ConfirmDialog>
    </>
  );
}
