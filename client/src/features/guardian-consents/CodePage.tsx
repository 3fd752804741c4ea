import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Page } from '../../ui/page/Page.js';
import { ENTER_BY_CODE } from './guardian.operations.js';
import styles from './guardian.module.css';

/** Where a guardian types the code that the social worker read out: no account, no password, one field. */
export default function CodePage() {
  const { t } = useLingui();
  const [{ fetching }, enter] = useMutation(ENTER_BY_CODE);
  const [opened, setOpened] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { code: '' } });
  const submit = handleSubmit(async (input) => {
    setProblem(null);
    const { data, error } = await enter({ input });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.enterByCode;
    switch (result.__typename) {
      case 'CodeTaken':
        setOpened(true);
        // Loaded anew: the browser comes as somebody else now, and nothing of before may stand around.
        return window.location.replace(result.path);
      case 'CodeNotTaken':
        return setProblem(<NotTaken />);
      case 'TooManyAttempts': {
        const minutes = Math.ceil(result.retryAfterSeconds / 60);
        return setProblem(
          t`试的次数太多了。为了保护孩子，请过 ${plural(minutes, { other: '# 分钟' })}再试，或者打电话给您的社会工作者。`,
        );
      }
      default:
        return assertUnreachable(result);
    }
  });
  return (
    <Page
      title={t`输入代码`}
      width="narrow"
      lead={<Trans>社会工作者念给您或写给您的代码，一共八个字母和数字。不用注册，也不用密码。</Trans>}
    >
      <Card>
        <Form
          onSubmit={(event) => void submit(event)}
          submitLabel={<Trans>打开</Trans>}
          busy={fetching || opened}
          problem={problem}
        >
          <div className={styles['code']}>
            <TextInput
              label={t`代码`}
              description={t`大写小写都可以，横线可以不打。`}
              size="md"
              maxLength={40}
              autoComplete="off"
              autoCapitalize="characters"
              autoCorrect="off"
              spellCheck={false}
              error={formState.errors.code?.message}
              {...register('code', { required: t`请填写代码。` })}
            />
          </div>
        </Form>
      </Card>
      <p className={styles['quiet']}>
        <Trans>还没有代码？打电话给您的社会工作者，马上就能有。想撤回同意，也可以直接在电话里说，不需要代码。</Trans>
      </p>
    </Page>
  );
}

/** Deliberately one answer for all: it does not tell a guess from a code that is over. */
function NotTaken() {
  return (
    <Trans>
      这个代码打不开。可能有一个字打错了，也可能已经用过，或者过了时间。请再看一遍；还是不行，就打电话给您的社会工作者，马上就能有新的。
    </Trans>
  );
}
