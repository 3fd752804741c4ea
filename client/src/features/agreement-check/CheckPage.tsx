import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import { useForm } from 'react-hook-form';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { Card, Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { CHECK_AGREEMENT } from './agreement-check.operations.js';
import styles from './agreement-check.module.css';

/** For whoever holds an agreement on paper: does it hold, or not; nothing of anybody. */
export default function CheckPage() {
  const { t } = useLingui();
  const { number, code } = useParams();
  return (
    <Page
      title={t`这份协议还有效吗？`}
      width="narrow"
      lead={<Trans>这里只回答有效或者无效，不显示任何人的姓名，也不显示协议的内容。</Trans>}
    >
      <Card>{number && code ? <Answer number={number} code={code} /> : <Ask />}</Card>
    </Page>
  );
}

interface Typed {
  readonly number: string;
  readonly code: string;
}

function Ask() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { register, handleSubmit, formState } = useForm<Typed>({ defaultValues: { number: '', code: '' } });
  const submit = handleSubmit(({ number, code }) =>
    navigate(`/verify/agreement/${encodeURIComponent(number.trim())}/${encodeURIComponent(code.trim())}`),
  );
  const plain = {
    ...({ size: 'md', maxLength: 40, autoComplete: 'off', autoCapitalize: 'characters' } as const),
    ...({ autoCorrect: 'off', spellCheck: false } as const),
  };
  return (
    <Form onSubmit={(event) => void submit(event)} submitLabel={<Trans>核对</Trans>} busy={false} problem={null}>
      <TextInput
        {...plain}
        label={t`协议上的编号`}
        description={t`八个字母和数字。大写小写都可以，横线可以不打。`}
        error={formState.errors.number?.message}
        {...register('number', { required: t`请填写编号。` })}
      />
      <TextInput
        {...plain}
        label={t`协议上的核对码`}
        description={t`在编号的下面。`}
        error={formState.errors.code?.message}
        {...register('code', { required: t`请填写核对码。` })}
      />
    </Form>
  );
}

function Answer({ number, code }: Typed) {
  const [{ data, error }, load] = useQuery({
    query: CHECK_AGREEMENT,
    variables: { number, code },
    requestPolicy: 'network-only',
  });
  if (error && !data) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={2} />;
  const { agreementCheck: answer } = data;
  if (answer.__typename === 'TooManyAttempts') {
    return (
      <p role="alert">
        <Plural value={Math.ceil(answer.retryAfterSeconds / 60)} other="核对得太多了，请过 # 分钟再试。" />
      </p>
    );
  }
  const holds = answer.__typename === 'AgreementCheck' && answer.holds;
  const Icon = holds ? IconCircleCheck : IconCircleOff;
  return (
    <>
      <div className={styles['answer']} data-holds={holds} role="status">
        <Icon size={28} stroke={1.75} aria-hidden />
        <div>
          <h2>{holds ? <Trans>这份协议现在有效</Trans> : <Trans>没有一份有效的协议用这个编号和核对码</Trans>}</h2>
          <p>
            {holds ? (
              <Trans>双方都签了名，今天还在有效期内。</Trans>
            ) : (
              <Trans>它可能已经结束、到期，或者还没有签完；也可能有一个字打错了。</Trans>
            )}
          </p>
          <p className={styles['number']}>
            <Trans>编号：{number}</Trans>
          </p>
        </div>
      </div>
      <p className={styles['again']}>
        <Link to="/verify/agreement">
          <Trans>核对另一份</Trans>
        </Link>
      </p>
    </>
  );
}
