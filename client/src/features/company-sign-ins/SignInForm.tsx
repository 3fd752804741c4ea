import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { CompanySignInsQuery } from '../../gql/graphql.js';
import { NativeSelect, PasswordInput, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { SAVE_COMPANY_SIGN_IN } from './company-sign-ins.operations.js';
import styles from './company-sign-ins.module.css';

/** Companies among the teams that come for a day. */
export type CompanyChoice = CompanySignInsQuery['volunteerTeams'][number];
export type KeptSignIn = CompanySignInsQuery['companySignIns']['signIns'][number];

const EMPTY = { name: '', code: '', issuer: '', registeredAs: '', teamId: '' };
const FIELDS = ['name', 'code', 'issuer', 'registeredAs', 'teamId'] as const;

interface SignInFormProps {
  readonly known?: KeptSignIn;
  readonly companies: readonly CompanyChoice[];
  readonly saved: () => void;
}

/** What a company's own technicians tell, typed in. The secret never stays in a draft, and is never shown again. */
export function SignInForm({ known, companies, saved }: SignInFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, save] = useMutation(SAVE_COMPANY_SIGN_IN);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [secret, setSecret] = useState('');
  const [secretMissing, setSecretMissing] = useState(false);
  const form = useKeptForm({
    draft: `company-sign-in.${known?.id ?? 'new'}.${known?.version ?? 0}`,
    defaultValues: known
      ? {
          ...{ name: known.name, code: known.code, issuer: known.issuer, registeredAs: known.registeredAs },
          teamId: known.teamId ?? '',
        }
      : EMPTY,
  });
  const { errors } = form.formState;
  const faults = {
    name: t`请写公司的名字，不超过 80 个字，也不要和别的一样。`,
    code: t`用 3 到 30 个小写字母、数字和短横线，也不要和别的公司一样。`,
    issuer: t`请写公司给的网址，以 https:// 开头。`,
    noAnswer: t`这个网址没有回答，或者回答的不是公司的登录系统。请和公司的技术人员核对。`,
    registeredAs: t`请写公司给的编号，不超过 200 个字。`,
    teamId: t`请从登记的公司里选，或者不选。`,
  };
  const submit = form.handleSubmit(async (typed) => {
    setProblem(null);
    setSecretMissing(false);
    const input = {
      ...typed,
      teamId: typed.teamId || null,
      clientSecret: secret || null,
      ...(known ? { signInId: known.id, version: known.version } : {}),
    };
    const { data, error } = await save({ input });
    const result = data?.saveCompanySignIn;
    switch (result?.__typename) {
      case undefined:
        return setProblem(<RequestFault error={error} />);
      case 'CompanySignIn':
        form.forget();
        setSecret('');
        if (!known) form.reset(EMPTY);
        toast({ message: t`公司的登录系统回答了，已经保存。` });
        return saved();
      case 'InvalidInput':
        for (const { field, code } of result.fields) {
          if (field === 'clientSecret') setSecretMissing(true);
          const named = FIELDS.find((one) => one === field);
          if (named) form.setError(named, { message: code === 'NO_ANSWER' ? faults.noAnswer : faults[named] });
        }
        return;
      case 'NotFound':
      case 'StaleVersion':
        return setProblem(<CommonRefusal kind={result.__typename} reload={saved} />);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={known ? <Trans>问一问再保存</Trans> : <Trans>问一问再添加</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['pair']}>
        <TextInput label={t`哪家公司`} autoComplete="off" error={errors.name?.message} {...form.register('name')} />
        <TextInput
          label={t`公司代码`}
          description={t`写在公司员工打开的网址里，例如 hailan。`}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          error={errors.code?.message}
          {...form.register('code')}
        />
        <TextInput
          label={t`登录系统的网址`}
          description={t`公司的技术人员叫它 issuer。`}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          error={errors.issuer?.message}
          {...form.register('issuer')}
        />
        <TextInput
          label={t`平台在公司那里的编号`}
          description={t`公司的技术人员叫它 client ID。`}
          autoComplete="off"
          spellCheck={false}
          error={errors.registeredAs?.message}
          {...form.register('registeredAs')}
        />
        <NativeSelect
          label={t`哪些活动日的报名页上可以用`}
          description={t`选了公司，它的员工打开报名链接就能用公司账号登录。`}
          error={errors.teamId?.message}
          data={[{ value: '', label: t`都不用` }, ...companies.map(({ id, name }) => ({ value: id, label: name }))]}
          {...form.register('teamId')}
        />
        <PasswordInput
          label={t`登录密钥`}
          description={known ? t`不换就空着。保存以后不会再显示。` : t`保存以后不会再显示。`}
          autoComplete="new-password"
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          error={secretMissing ? t`请写公司给的密钥，不超过 500 个字。` : undefined}
        />
      </div>
    </Form>
  );
}
