import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { ContactKind } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Radio, Textarea, TextInput } from '../../ui/fields/fields.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { RECORD_CONTACT } from './my-service.operations.js';
import styles from './my-service.module.css';

interface Contact {
  readonly kind: ContactKind;
  readonly happenedOn: string;
  readonly note: string;
}

/** A contact that was made, or only attempted: the two are told apart, and both are worth writing down. */
export default function ContactForm({
  companionshipId,
  done,
}: {
  readonly companionshipId: string;
  readonly done: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const { today } = useViewer().agency;
  const [{ fetching }, record] = useMutation(RECORD_CONTACT);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId] = useState(newRequestId);
  const form = useKeptForm<Contact>({
    draft: `contact.${companionshipId}`,
    defaultValues: { kind: 'MADE', happenedOn: today, note: '' },
  });

  const submit = form.handleSubmit(async ({ kind, happenedOn, note }) => {
    setProblem(null);
    const { data, error } = await record({ input: { companionshipId, kind, happenedOn, note, requestId } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.recordContact;
    switch (result.__typename) {
      case 'CompanionshipStep':
        form.forget();
        toast({ message: t`记下了，谢谢您。` });
        done();
        return;
      case 'InvalidInput':
        setProblem(<Trans>请看看日期：不能晚于今天，也不能早于开始的那天。话请写在五百字以内。</Trans>);
        return;
      case 'TransitionRefused':
      case 'StaleVersion':
      case 'NotFound':
        toast({ tone: 'danger', message: t`这段陪伴刚刚有了变化，已经换成最新的内容，请再看一看。` });
        done();
        return;
      default:
        assertUnreachable(result);
    }
  });

  return (
    <form className={styles['answer']} noValidate onSubmit={(event) => void submit(event)}>
      <FieldGroup label={t`联系上了吗？`}>
        <Radio label={t`见到了或聊过了`} value="MADE" {...form.register('kind')} />
        <Radio label={t`联系了，没有联系上`} value="ATTEMPTED" {...form.register('kind')} />
      </FieldGroup>
      <TextInput type="date" label={t`哪一天`} max={today} {...form.register('happenedOn', { required: true })} />
      <Textarea
        label={t`想记一句的话`}
        description={t`可以空着。只写一起做了什么，不写孩子的真名、学校和住址。`}
        rows={2}
        {...form.register('note')}
      />
      {problem ? <div role="alert">{problem}</div> : null}
      <div>
        <Button type="submit" loading={fetching}>
          <Trans>记下来</Trans>
        </Button>
      </div>
    </form>
  );
}
