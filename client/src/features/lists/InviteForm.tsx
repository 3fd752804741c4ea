import { Trans, useLingui } from '@lingui/react/macro';
import { MOST_INVITATIONS } from '@tongxing/shared/rules';
import { useRef, useState, type FormEvent } from 'react';
import { Button } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { useHowMany } from './use-how-many.js';
import { useListChange, type Answered } from './use-list-change.js';

export interface InviteFormProps {
  /** How many are picked. */
  readonly count: number;
  /** Sends the invitations; the same request twice sends them once. */
  readonly send: (requestId: string) => Promise<Answered>;
  readonly reload: () => void;
  readonly done: () => void;
}

/** Invites the picked volunteers who have no account yet. Others get a message, so it is asked once before. */
export function InviteForm({ count, send, reload, done }: InviteFormProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  const change = useListChange('VOLUNTEERS', reload);
  const request = useRef(newRequestId());
  const picked = useHowMany('VOLUNTEERS')(count);
  const close = (): void => {
    setOpened(false);
    change.forget();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const answer = await send(request.current);
    setBusy(false);
    if (!change.tell(answer, (sent) => t`邀请发给了 ${sent}志愿者，七天内有效。`)) return;
    request.current = newRequestId();
    close();
    done();
  };
  const tooMany = count > MOST_INVITATIONS;
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        <Trans>邀请开通账号</Trans>
      </Button>
      <FormDialog opened={opened} close={close} title={t`邀请选上的志愿者开通账号`}>
        {tooMany ? (
          <>
            <p>
              <Trans>
                一次最多邀请 {MOST_INVITATIONS} 名，现在选上了 {picked}。先用筛选缩小范围，再分几次来。
              </Trans>
            </p>
            <Button variant="default" size="md" onClick={close}>
              <Trans>好的</Trans>
            </Button>
          </>
        ) : (
          <Form
            onSubmit={(event) => void submit(event)}
            submitLabel={t`发出邀请`}
            busy={busy}
            problem={change.problem}
            aside={
              <Button variant="default" size="md" onClick={close}>
                <Trans>先不发</Trans>
              </Button>
            }
          >
            <p>
              <Trans>
                选上了 {picked}
                。还没有账号的人会在登记的手机上收到一条链接，自己设密码；已经有账号、或收到过邀请的人不会再收到。
              </Trans>
            </p>
            <p>
              <Trans>发出以后可以在提示里撤回，还没有人用过的链接马上失效。</Trans>
            </p>
          </Form>
        )}
      </FormDialog>
    </>
  );
}
