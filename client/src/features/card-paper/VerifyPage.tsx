import { Trans, useLingui } from '@lingui/react/macro';
import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import { useForm } from 'react-hook-form';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { Card, Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { CARD_PAPER_HOLDS } from './card-paper.operations.js';
import styles from './card-paper.module.css';

/** For whoever holds a card on paper: one word about its number, and nothing of the card or of anybody. */
export default function VerifyPage() {
  const { t } = useLingui();
  const { number } = useParams();
  return (
    <Page
      title={t`这张卡片还有效吗？`}
      width="narrow"
      lead={<Trans>家庭随时可以收回一张成长卡片。这里只说一张卡片现在是否有效，不会显示卡片的内容。</Trans>}
    >
      <Card>{number === undefined ? <AskNumber /> : <Answer number={number} />}</Card>
    </Page>
  );
}

function AskNumber() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { number: '' } });
  const submit = handleSubmit(({ number }) => navigate(`/verify/${encodeURIComponent(number.trim())}`));
  return (
    <Form onSubmit={(event) => void submit(event)} submitLabel={<Trans>核对</Trans>} busy={false} problem={null}>
      <TextInput
        label={t`卡片上的编号`}
        description={t`一共十六个字母和数字。大写小写都可以，横线可以不打。`}
        size="md"
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        error={formState.errors.number?.message}
        {...register('number', { required: t`请填写编号。` })}
      />
    </Form>
  );
}

function Answer({ number }: { readonly number: string }) {
  const [{ data, error }, load] = useQuery({
    query: CARD_PAPER_HOLDS,
    variables: { number },
    requestPolicy: 'network-only',
  });
  if (error && !data) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={2} />;
  const { cardPaperHolds: holds } = data;
  const Icon = holds ? IconCircleCheck : IconCircleOff;
  return (
    <>
      <div className={styles['answer']} data-holds={holds} role="status">
        <Icon size={28} stroke={1.75} aria-hidden />
        <div>
          <h2>{holds ? <Trans>这张卡片现在有效</Trans> : <Trans>没有一张有效的卡片用这个编号</Trans>}</h2>
          <p>
            {holds ? (
              <Trans>家庭同意把它给收到的人看。请不要转发，也不要打听孩子是谁。</Trans>
            ) : (
              <Trans>
                它可能已经收回，也可能编号有一个字打错了。如果已经收回，请把手里的纸也收起来，谢谢您的体谅。
              </Trans>
            )}
          </p>
          <p className={styles['number']}>
            <Trans>编号：{number}</Trans>
          </p>
        </div>
      </div>
      <p className={styles['again']}>
        <Link to="/verify">
          <Trans>核对另一张</Trans>
        </Link>
      </p>
    </>
  );
}
