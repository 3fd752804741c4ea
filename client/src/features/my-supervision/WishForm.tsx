import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { WISH } from './my-supervision.operations.js';

interface WishFormProps {
  readonly talk: { readonly id: string; readonly wish?: string | null };
  readonly reload: () => void;
}

/** What the volunteer would like to talk about; it stands on top of the supervisor's agenda. */
export function WishForm({ talk, reload }: WishFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, say] = useMutation(WISH);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, forget } = useKeptForm<{ wish: string }>({
    draft: `supervision.wish.${talk.id}`,
    defaultValues: { wish: talk.wish ?? '' },
  });
  const submit = handleSubmit(async ({ wish }) => {
    setProblem(null);
    const { data, error } = await say({ input: { sessionId: talk.id, wish } });
    const outcome = data?.wishForSupervision;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'MySupervision') {
      forget();
      toast({ message: t`记下了，督导会先看到。` });
    } else {
      toast({ tone: 'danger', message: t`这次会谈刚刚有了变化，请再看一看。` });
    }
    reload();
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>告诉督导</Trans>}
      busy={fetching}
      problem={problem}
    >
      <Textarea
        label={t`您想谈什么`}
        description={t`可以空着。只有督导看得到；孩子用化名。`}
        rows={3}
        maxLength={2000}
        {...register('wish')}
      />
    </Form>
  );
}
