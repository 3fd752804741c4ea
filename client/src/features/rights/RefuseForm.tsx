import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { RefusalGround } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, Textarea } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal, type CommonRefusalKind } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { GROUND_NAMES, GROUND_WORDS } from './rights-words.js';
import type { OpenRequest } from './open-request.js';
import { REFUSE_RIGHT } from './rights.operations.js';
import styles from './rights.module.css';

interface RefuseFormProps {
  readonly request: OpenRequest;
  readonly reload: () => void;
  readonly cancel: () => void;
}

/** A refusal: its ground, and the reason that the other side reads. */
export function RefuseForm({ request, reload, cancel }: RefuseFormProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, refuse] = useMutation(REFUSE_RIGHT);
  const [ground, setGround] = useState<RefusalGround>('LAW_KEEPS_RECORDS');
  const [problem, setProblem] = useState<ReactNode>(null);
  const [refused, setRefused] = useState<CommonRefusalKind>();
  const form = useKeptForm<{ reason: string }>({
    draft: `rights.refuse.${request.id}`,
    defaultValues: { reason: '' },
  });
  const fixed = ground === 'LAW_KEEPS_RECORDS';
  const grounds = Object.keys(GROUND_NAMES) as RefusalGround[];
  const submit = form.handleSubmit(async ({ reason }) => {
    setProblem(null);
    const input = { rightsRequestId: request.id, version: request.version, ground, reason: fixed ? '' : reason };
    const { data, error } = await refuse({ input });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.refuseRight;
    switch (result.__typename) {
      case 'RightsRequest':
        form.forget();
        toast({ message: t`记下了，对方看得到理由。` });
        reload();
        return;
      case 'InvalidInput':
        setProblem(<Trans>理由至少十个字，一千字以内。</Trans>);
        return;
      case 'StaleVersion':
      case 'TransitionRefused':
      case 'NotFound':
        setRefused(result.__typename);
        return;
      default:
        assertUnreachable(result);
    }
  });
  if (refused) return <CommonRefusal kind={refused} reload={reload} />;
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      <NativeSelect
        label={t`为什么不能同意`}
        value={ground}
        onChange={(event) => setGround(grounds.find((one) => one === event.currentTarget.value) ?? ground)}
        data={grounds.map((value) => ({ value, label: i18n._(GROUND_NAMES[value]) }))}
      />
      <p className={styles['quiet']}>
        <Trans>对方会读到：{i18n._(GROUND_WORDS[ground])}</Trans>
      </p>
      {fixed ? null : (
        <Textarea
          label={t`写给对方的理由`}
          description={t`对方会读到这些字。写清楚、写客气，不要提到别人，也不要提到安全关切。`}
          error={form.formState.errors.reason?.message}
          {...form.register('reason', { required: t`理由至少十个字，一千字以内。` })}
        />
      )}
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['actions']}>
        <Button type="submit" color="danger" loading={fetching}>
          <Trans>不同意，把理由告诉对方</Trans>
        </Button>
        <Button variant="default" onClick={cancel}>
          <Trans>先不答复</Trans>
        </Button>
      </div>
    </form>
  );
}
