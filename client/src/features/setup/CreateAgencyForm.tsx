import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { PasswordInput, TextInput } from '../../ui/fields/fields.js';
import { failureOf } from '../../app/graphql/failure.js';
import { toServer } from '../../app/i18n/locale.js';
import { useLocale } from '../../app/i18n/use-locale.js';
import { PASSWORD_MIN } from '../../app/session/password.js';
import { useSession } from '../../app/session/session-context.js';
import { Form, FormFault } from '../../ui/form/Form.js';
import { namedFields, problemsResolver } from '../../ui/form/problems.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { SETUP_FIELDS, setupProblems, trimmed, type SetupForm } from './setup-form.js';
import { CREATE_AGENCY } from './setup.operations.js';

const SECRET = ['password'] as const;
const RESOLVER = problemsResolver(setupProblems);
const EMPTY: SetupForm = { agencyName: '', directorName: '', identifier: '', password: '' };

export function CreateAgencyForm() {
  const { t } = useLingui();
  const { locale } = useLocale();
  const { reload } = useSession();
  const [{ fetching }, create] = useMutation(CREATE_AGENCY);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<SetupForm>({
    draft: 'setup',
    secret: SECRET,
    defaultValues: EMPTY,
    resolver: RESOLVER,
  });
  const { errors } = form.formState;
  const words: Readonly<Record<keyof SetupForm, string>> = {
    agencyName: t`请填写机构全称，两个字以上。`,
    directorName: t`请填写负责人的姓名。`,
    identifier: t`请填写手机号或邮箱，以后用它登录。`,
    password: t`请用至少 ${PASSWORD_MIN} 个字符。一句您记得住的话就很好。`,
  };

  const submit = form.handleSubmit(async (values) => {
    setProblem(null);
    const { data, error } = await create({ input: { ...trimmed(values), locale: toServer(locale) } });
    if (!data) {
      const failure = error ? failureOf(error) : undefined;
      setProblem(<FormFault reference={failure?.kind === 'FAULT' ? failure.reference : undefined} />);
      return;
    }
    const result = data.createAgency;
    switch (result.__typename) {
      case 'Viewer':
        form.forget();
        await reload();
        return;
      case 'SetupAlreadyDone':
        form.forget();
        await reload();
        return;
      case 'InvalidInput': {
        const wrong = namedFields(SETUP_FIELDS, result.fields);
        for (const field of wrong) form.setError(field, { type: 'server' });
        if (wrong.length === 0) setProblem(<Trans>有一项内容系统不能接受，请逐项看一看。</Trans>);
        return;
      }
      default:
        assertUnreachable(result);
    }
  });
  const errorOf = (field: keyof SetupForm): string | undefined => (errors[field] ? words[field] : undefined);

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>建立机构</Trans>}
      busy={fetching}
      problem={problem}
    >
      <TextInput
        label={t`机构名称`}
        size="md"
        autoComplete="organization"
        error={errorOf('agencyName')}
        {...form.register('agencyName')}
      />
      <TextInput
        label={t`负责人姓名`}
        size="md"
        autoComplete="name"
        error={errorOf('directorName')}
        {...form.register('directorName')}
      />
      <TextInput
        label={t`负责人的手机号或邮箱`}
        description={t`以后用它登录。`}
        size="md"
        autoComplete="username"
        error={errorOf('identifier')}
        {...form.register('identifier')}
      />
      <PasswordInput
        label={t`密码`}
        description={t`至少 ${PASSWORD_MIN} 个字符。`}
        size="md"
        autoComplete="new-password"
        error={errorOf('password')}
        {...form.register('password')}
      />
    </Form>
  );
}
