import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Form } from '../../ui/form/Form.js';
import { problemsResolver } from '../../ui/form/problems.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { REFUSAL_WORDS } from './stop-words.js';
import { RESUME_WORK } from './stop.operations.js';

interface Typed {
  readonly words: string;
}
const resolver = problemsResolver<Typed>(({ words }) => (words.trim() === '' || words.length > 500 ? ['words'] : []));

/** The second person's word. Sessions stay ended, companionships stay paused: each is taken up again by its own step. */
export function ResumeForm({ stopId, reload }: { readonly stopId: string; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, resume] = useMutation(RESUME_WORK);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Typed>({ draft: `resume.${stopId}`, defaultValues: { words: '' }, resolver });

  const submit = form.handleSubmit(async ({ words }) => {
    setProblem(null);
    const { data, error } = await resume({ input: { stopId, words: words.trim() } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.resumeWork;
    switch (result.__typename) {
      case 'WorkStanding':
        form.forget();
        toast({ message: t`可以重新工作了。陪伴要由社会工作者一段一段恢复。` });
        reload();
        return;
      case 'StopRefused':
        setProblem(i18n._(REFUSAL_WORDS[result.why]));
        return;
      case 'InvalidInput':
        form.setError('words', { type: 'server' });
        return;
      case 'NotFound':
        setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
        return;
      default:
        assertUnreachable(result);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>恢复工作</Trans>}
      busy={fetching}
      problem={problem}
    >
      <Textarea
        label={t`为什么可以恢复`}
        description={t`写下了解到的情况和约定。`}
        autosize
        minRows={2}
        error={form.formState.errors.words ? t`请写几个字，不超过 500 字。` : undefined}
        {...form.register('words')}
      />
    </Form>
  );
}
