import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { OPEN_OFFICE, RENAME_OFFICE } from './office.operations.js';
import type { Office } from './staff-view.js';

interface OfficeNameFormProps {
  /** Left out: a new one. */
  readonly office?: Office;
  readonly reload: () => void;
}

/** Opens an office, or gives one another name. */
export function OfficeNameForm({ office, reload }: OfficeNameFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [opening, open] = useMutation(OPEN_OFFICE);
  const [renaming, rename] = useMutation(RENAME_OFFICE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<{ readonly name: string }>({
    draft: `office.${office?.id ?? 'new'}`,
    defaultValues: { name: office?.name ?? '' },
  });

  const submit = form.handleSubmit(async ({ name }) => {
    setProblem(null);
    const answer = office ? await rename({ input: { officeId: office.id, name } }) : await open({ input: { name } });
    if (!answer.data) return setProblem(<RequestFault error={answer.error} />);
    const result = 'openOffice' in answer.data ? answer.data.openOffice : answer.data.renameOffice;
    switch (result.__typename) {
      case 'Office':
        form.forget();
        if (!office) form.reset({ name: '' });
        toast({ message: t`改好了，写进了操作记录。` });
        return reload();
      case 'InvalidInput': {
        const taken = result.fields.some(({ code }) => code === 'TAKEN');
        return form.setError('name', {
          message: taken ? t`已经有一个服务点叫这个名字。` : t`请写一个名字，不超过 80 个字。`,
        });
      }
      case 'NotFound':
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
      default:
        return assertUnreachable(result);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={office ? <Trans>改名</Trans> : <Trans>开这个服务点</Trans>}
      busy={opening.fetching || renaming.fetching}
      problem={problem}
    >
      <TextInput
        label={office ? t`新的名字` : t`服务点的名字`}
        autoComplete="off"
        error={form.formState.errors.name?.message}
        {...form.register('name', { validate: (typed) => typed.trim() !== '' || t`请写一个名字，不超过 80 个字。` })}
      />
    </Form>
  );
}
