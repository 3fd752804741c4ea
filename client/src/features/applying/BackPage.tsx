import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { readApplyCode } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { ASK_LINK } from './applying.operations.js';

/** Back to an application from another device: by its code, or by a message to the number of the form. */
export default function BackPage() {
  const { t } = useLingui();
  return (
    <Page title={t`找回我的报名`} width="narrow" lead={<Trans>写到一半的、已经送出的，都从这里回去。</Trans>}>
      <Section title={<Trans>记得代码</Trans>}>
        <Card>
          <ByCode />
        </Card>
      </Section>
      <Section title={<Trans>不记得代码</Trans>}>
        <Card>
          <ByPhone />
        </Card>
      </Section>
    </Page>
  );
}

function ByCode() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { code: '' } });
  const mistyped = t`代码是十二个字母和数字，好像有一个不对，请再看一遍。`;
  const submit = handleSubmit(({ code }) => void navigate(`/apply/${readApplyCode(code) ?? ''}`));
  return (
    <Form onSubmit={(event) => void submit(event)} submitLabel={<Trans>打开</Trans>} busy={false}>
      <TextInput
        label={t`报名代码`}
        description={t`大写小写都可以，空格可以不打。`}
        size="md"
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={formState.errors.code ? mistyped : undefined}
        {...register('code', { validate: (typed) => readApplyCode(typed) !== undefined })}
      />
    </Form>
  );
}

function ByPhone() {
  const { t } = useLingui();
  const [{ fetching }, ask] = useMutation(ASK_LINK);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [asked, setAsked] = useState(false);
  const { register, handleSubmit, setError, formState } = useForm({ defaultValues: { phone: '' } });
  const wrong = t`请写报名时用的手机号。`;
  const submit = handleSubmit(async (input) => {
    setProblem(null);
    const { data, error } = await ask({ input });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.askApplicationLink;
    switch (result.__typename) {
      case 'ApplicationLinkAsked':
        return setAsked(true);
      case 'InvalidInput':
        return setError('phone', { type: 'server' });
      case 'TooManyAttempts':
        return setProblem(
          <Plural value={Math.ceil(result.retryAfterSeconds / 60)} other="试的次数太多了，请过 # 分钟再试。" />,
        );
      default:
        return assertUnreachable(result);
    }
  });
  if (asked) {
    return (
      <p role="status">
        <Trans>如果这个号码有一份还没有结果的报名，短信马上就到，里面有回去的链接。</Trans>
      </p>
    );
  }
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>发短信给我</Trans>}
      busy={fetching}
      problem={problem}
    >
      <TextInput
        type="tel"
        label={t`报名用的手机号`}
        size="md"
        autoComplete="tel"
        maxLength={30}
        error={formState.errors.phone ? wrong : undefined}
        {...register('phone', { required: true })}
      />
    </Form>
  );
}
