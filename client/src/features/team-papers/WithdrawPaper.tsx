import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { TeamPaper_AllFragment } from '../../gql/graphql.js';
import { Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { WITHDRAW_PAPER } from './team-papers.operations.js';
import styles from './team-papers.module.css';

interface WithdrawPaperProps {
  readonly paper: TeamPaper_AllFragment;
  readonly reload: () => void;
}
const LONGEST = 300;

/** A paper that was wrong: it stays at the desk with why, and the team sees it no more. */
export function WithdrawPaper({ paper, reload }: WithdrawPaperProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, withdraw] = useMutation(WITHDRAW_PAPER);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<{ why: string }>({ draft: `team-paper.withdraw.${paper.id}`, defaultValues: { why: '' } });
  const submit = form.handleSubmit(async ({ why }) => {
    setProblem(null);
    const { data, error } = await withdraw({ input: { teamPaperId: paper.id, why } });
    switch (data?.outcome.__typename) {
      case 'TeamPaperList':
        form.forget();
        toast({ message: t`撤下了，团队看不到它了。` });
        return reload();
      case 'InvalidInput':
        return form.setError('why', { message: t`请写下哪里错了，不超过 300 个字。` });
      case 'NotFound':
        return setProblem(<CommonRefusal kind="NotFound" reload={reload} />);
      default:
        return setProblem(<RequestFault error={error} />);
    }
  });
  return (
    <details className={styles['fold']}>
      <summary>
        <Trans>这份放错了</Trans>
      </summary>
      <Form
        onSubmit={(event) => void submit(event)}
        submitLabel={<Trans>撤下这份文件</Trans>}
        busy={fetching}
        problem={problem}
      >
        <Textarea
          label={t`哪里错了`}
          description={t`只有同事看得到。团队从此打不开这份文件；对的那份请再放进来。`}
          rows={2}
          maxLength={LONGEST}
          error={form.formState.errors.why?.message}
          {...form.register('why', { validate: (value) => value.trim() !== '' || t`请写下这一项。` })}
        />
      </Form>
    </details>
  );
}
