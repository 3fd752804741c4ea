import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { IconShieldHeart } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { Textarea } from '../../ui/fields/fields.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { RAISE_CONCERN } from './concerns.operations.js';
import styles from './concerns.module.css';
import { Receipt, type ReceiptFacts } from './Receipt.js';

export type RaiseConcernProps = { readonly childId: string } | { readonly companionshipId: string };

/** Something is wrong: one question, on the page where one is. What was typed is kept until it has arrived. */
export function RaiseConcern(about: RaiseConcernProps) {
  const [open, setOpen] = useState(false);
  const [receipt, setReceipt] = useState<ReceiptFacts>();
  if (receipt) return <Receipt receipt={receipt} />;
  return (
    <div className={styles['raise']} data-print="no">
      {open ? (
        <ConcernForm about={about} arrived={setReceipt} close={() => setOpen(false)} />
      ) : (
        <Button
          variant="outline"
          color="danger"
          leftSection={<IconShieldHeart size={18} stroke={1.75} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          <Trans>我担心孩子的安全</Trans>
        </Button>
      )}
    </div>
  );
}

interface ConcernFormProps {
  readonly about: RaiseConcernProps;
  readonly arrived: (receipt: ReceiptFacts) => void;
  readonly close: () => void;
}

function ConcernForm({ about, arrived, close }: ConcernFormProps) {
  const { t } = useLingui();
  const [{ fetching }, raise] = useMutation(RAISE_CONCERN);
  const [problem, setProblem] = useState<ReactNode>(null);
  // One for as long as the form is open: pressed twice, it is still one concern.
  const [requestId] = useState(newRequestId);
  const draft = 'childId' in about ? about.childId : about.companionshipId;
  const form = useKeptForm<{ text: string }>({ draft: `concern.${draft}`, defaultValues: { text: '' } });

  const submit = form.handleSubmit(async ({ text }) => {
    setProblem(null);
    const { data, error } = await raise({ input: { ...about, text, requestId } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.raiseConcern;
    switch (result.__typename) {
      case 'ConcernReceipt':
        form.forget();
        arrived(result);
        return;
      case 'InvalidInput':
        setProblem(<Trans>请写几个字，两千字以内。</Trans>);
        return;
      case 'NotFound':
        setProblem(<Trans>这里没有送到。请直接打电话告诉社会工作者。</Trans>);
        return;
      default:
        assertUnreachable(result);
    }
  });

  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      <Textarea
        label={t`您看到、听到了什么？`}
        description={t`写事实就好，不用判断对错，也不要追问孩子。只有负责这个孩子的社会工作者、督导者和机构负责人看得到。`}
        rows={5}
        error={form.formState.errors.text?.message}
        {...form.register('text', { required: t`请写几个字，两千字以内。` })}
      />
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['actions']}>
        <Button type="submit" color="danger" loading={fetching}>
          <Trans>马上告诉他们</Trans>
        </Button>
        <Button variant="default" onClick={close}>
          <Trans>先不说</Trans>
        </Button>
      </div>
    </form>
  );
}
