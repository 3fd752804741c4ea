import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { MessageDescriptor } from '@lingui/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import type { FactorResetReason, FactorResetRefusal } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { Checkbox, NativeSelect } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { RESET_FACTORS } from './factors.operations.js';
import { useStepUp } from './use-step-up.js';

const REASONS: Readonly<Record<FactorResetReason, MessageDescriptor>> = {
  PHONE_LOST: msg`手机丢了`,
  PHONE_REPLACED: msg`换了手机，原来的不在了`,
  CODES_LOST: msg`恢复码也找不到了`,
  OTHER: msg`不是上面这些`,
};
const REASON_LIST: readonly FactorResetReason[] = ['PHONE_LOST', 'PHONE_REPLACED', 'CODES_LOST', 'OTHER'];
const REFUSALS: Readonly<Record<FactorResetRefusal, MessageDescriptor>> = {
  OWN_ACCOUNT: msg`自己的登录保护在“我的账号”里改，或者请另一位机构负责人重设。`,
  NOTHING_SET: msg`这位同事还没有设置登录保护，用密码就能登录。`,
};

/** For a colleague who lost phone, passkey and codes, by a director who has met them. */
export function ResetFactors({ personId, name }: { readonly personId: string; readonly name: string }) {
  const { t } = useLingui();
  const { dialog, through } = useStepUp();
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>重设登录保护</Trans>
      </Button>
      <FormDialog opened={asking} close={close} title={t`为${name}重设登录保护`}>
        <ResetForm personId={personId} through={through} close={close} />
      </FormDialog>
      {dialog}
    </div>
  );
}

interface ResetFormProps {
  readonly personId: string;
  readonly through: ReturnType<typeof useStepUp>['through'];
  readonly close: () => void;
}

function ResetForm({ personId, through, close }: ResetFormProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, reset] = useMutation(RESET_FACTORS);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState } = useForm<{ reason: FactorResetReason; met: boolean }>({
    defaultValues: { reason: 'PHONE_LOST', met: false },
  });
  const send = handleSubmit(async ({ reason, met }) => {
    setProblem(null);
    const { data, error } = await through(
      () => reset({ input: { personId, reason, met } }),
      (got) => got.data?.resetFactors,
    );
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.resetFactors;
    switch (result.__typename) {
      case 'FactorsReset':
        toast({ message: t`重设好了。请对方用密码登录，再设一次登录保护。` });
        return close();
      case 'FactorResetRefused':
        return setProblem(i18n._(REFUSALS[result.why]));
      case 'NotFound':
        return setProblem(<Trans>这位同事还没有账号。</Trans>);
      case 'InvalidInput':
        return setProblem(<Trans>请先当面核实，再重设。</Trans>);
      case 'StepUpNeeded':
        return setProblem(<Trans>先要确认是您本人，才能继续。</Trans>);
      default:
        return assertUnreachable(result);
    }
  });
  return (
    <>
      <p>
        <Trans>对方的验证器、通行密钥和恢复码都会作废，所有设备马上退出。对方会收到通知，操作记录里也会写明。</Trans>
      </p>
      <Form
        onSubmit={(event) => void send(event)}
        submitLabel={<Trans>重设</Trans>}
        busy={fetching}
        problem={problem}
        aside={
          <Button variant="default" onClick={close}>
            <Trans>先不重设</Trans>
          </Button>
        }
      >
        <NativeSelect
          label={t`原因`}
          data={REASON_LIST.map((reason) => ({ value: reason, label: i18n._(REASONS[reason]) }))}
          {...register('reason')}
        />
        <Checkbox
          label={<Trans>我和对方当面见过，确认是本人。电话和邮件不算。</Trans>}
          error={formState.errors.met ? t`请先当面核实，再重设。` : undefined}
          {...register('met', { required: true })}
        />
      </Form>
    </>
  );
}
