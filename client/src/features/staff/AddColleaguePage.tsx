import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { Card, Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { SentInvitation, type Sent } from '../invitations/index.js';
import { ColleagueFields } from './ColleagueFields.js';
import { STAFF_LIST } from './staff.operations.js';
import type { StaffList } from './staff-view.js';
import styles from './staff.module.css';
import { useInviteColleague } from './use-invite-colleague.js';

type Made = Sent & { readonly personId: string; readonly name: string };

/** A name, a way to reach them, what they will do here: the invitation goes out at once. */
export default function AddColleaguePage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: STAFF_LIST });
  const [made, setMade] = useState<Made>();
  return (
    <Page
      title={t`加一位同事`}
      lead={<Trans>写下怎么联系、在这里做什么，邀请马上发出。账号和密码由本人自己设。</Trans>}
      width="narrow"
    >
      <Card>
        {made ? (
          <Invited made={made} another={() => setMade(undefined)} />
        ) : error && !data ? (
          <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
        ) : data ? (
          <ColleagueForm
            staff={data.staffList}
            made={(next) => {
              setMade(next);
              load({ requestPolicy: 'network-only' });
            }}
          />
        ) : (
          <LoadingState lines={6} />
        )}
      </Card>
    </Page>
  );
}

function Invited({ made, another }: { readonly made: Made; readonly another: () => void }) {
  return (
    <div className={styles['stack']}>
      <SentInvitation path={made.path} expiresAt={made.expiresAt} />
      <div className={styles['actions']}>
        <LinkButton to={`/agency/staff/${encodeURIComponent(made.personId)}`} variant="default">
          <Trans>看{made.name}的页面</Trans>
        </LinkButton>
        <Button variant="subtle" onClick={another}>
          <Trans>再加一位</Trans>
        </Button>
      </div>
    </div>
  );
}

function ColleagueForm({ staff, made }: { readonly staff: StaffList; readonly made: (made: Made) => void }) {
  const { t } = useLingui();
  const invite = useInviteColleague({
    draft: 'invite-colleague',
    start: {},
    sent: (sent) => made({ ...sent, name: invite.form.getValues('name').trim() }),
    outdated: () => undefined,
  });
  const { form, fieldWords } = invite;
  const { errors } = form.formState;
  return (
    <Form
      onSubmit={(event) => void invite.submit(event)}
      submitLabel={<Trans>发出邀请</Trans>}
      busy={invite.busy}
      problem={invite.problem}
    >
      <TextInput
        label={t`姓名`}
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name', { validate: (typed) => typed.trim() !== '' || fieldWords.name })}
      />
      <TextInput
        label={t`手机号或邮箱`}
        description={t`邀请发到这里，本人以后也用它登录。`}
        inputMode="email"
        autoComplete="off"
        error={errors.identifier?.message}
        {...form.register('identifier', { required: fieldWords.identifier })}
      />
      <ColleagueFields staff={staff} invite={invite} />
    </Form>
  );
}
