import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { Textarea } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal, type CommonRefusalKind } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { OpenRequest } from './open-request.js';
import { GIVE_RIGHT } from './rights.operations.js';
import styles from './rights.module.css';

interface Values {
  readonly before: string;
  readonly after: string;
}

/** Gives what was asked. Where something was wrong: what stood there, and what stands there now. */
export function GiveForm({ request, reload }: { readonly request: OpenRequest; readonly reload: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, give] = useMutation(GIVE_RIGHT);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [refused, setRefused] = useState<CommonRefusalKind>();
  const correcting = request.right === 'CORRECT';
  const form = useKeptForm<Values>({
    draft: `rights.give.${request.id}`,
    defaultValues: { before: '', after: request.shouldBe ?? '' },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ before, after }) => {
    setProblem(null);
    const which = { rightsRequestId: request.id, version: request.version };
    const { data, error } = await give({ input: correcting ? { ...which, before, after } : which });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.giveRight;
    switch (result.__typename) {
      case 'RightsRequest':
        form.forget();
        toast({ message: t`办好了，对方看得到。` });
        reload();
        return;
      case 'InvalidInput':
        setProblem(<Trans>请写原来是什么、现在是什么，各一千字以内。</Trans>);
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
      {correcting ? (
        <>
          <p>
            <Trans>先在对方的资料页改好，再在这里写下改了什么。</Trans>
          </p>
          <Textarea
            label={t`原来是什么`}
            rows={2}
            error={errors.before?.message}
            {...form.register('before', { required: t`请写原来是什么。` })}
          />
          <Textarea
            label={t`现在是什么`}
            rows={2}
            error={errors.after?.message}
            {...form.register('after', { required: t`请写现在是什么。` })}
          />
        </>
      ) : (
        <p>
          <Trans>
            系统会按现在保存的内容整理一份，只有对方打得开，保留十四天。里面不会有别人的信息，也不会有别人悄悄说的话。
          </Trans>
        </p>
      )}
      {problem ? <div role="alert">{problem}</div> : null}
      <div>
        <Button type="submit" size="md" loading={fetching}>
          {correcting ? <Trans>告诉对方：改好了</Trans> : <Trans>整理好，交给对方</Trans>}
        </Button>
      </div>
    </form>
  );
}
