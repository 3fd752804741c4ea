import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { AgreementEnd, Whole_AgreementFragment } from '../../gql/graphql.js';
import { NativeSelect, Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { END_REASON } from './agreement-words.js';
import { END } from './agreements.operations.js';

interface EndAgreementProps {
  readonly agreement: Whole_AgreementFragment;
  readonly reload: () => void;
}
interface Ended {
  readonly reason: AgreementEnd;
  readonly note: string;
}

/** Ends an agreement from today, or takes back an offer. */
export function EndAgreement({ agreement, reload }: EndAgreementProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, end] = useMutation(END);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { id: agreementId, version, state, kind } = agreement;
  const force = state === 'IN_FORCE';
  const { register, handleSubmit, forget, watch, formState } = useKeptForm<Ended>({
    draft: `agreement.end.${agreementId}`,
    defaultValues: { reason: 'AGREED', note: '' },
  });
  const needsNote = watch('reason') === 'OTHER';
  const submit = handleSubmit(async ({ reason, note }) => {
    setProblem(null);
    const { data, error } = await end({ input: { agreementId, version, reason, note: note.trim() || null } });
    const outcome = data?.endAgreement;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'Agreement') {
      forget();
      toast({ message: force ? t`协议已经结束。` : t`已经收回，对方不用再签。` });
    } else setProblem(<Trans>这份协议刚刚有了变化，请看一看再结束。</Trans>);
    reload();
  });
  return (
    <details>
      <summary>{force ? <Trans>结束这份协议</Trans> : <Trans>收回，不签了</Trans>}</summary>
      <Card>
        <p>
          {!force ? (
            <Trans>收回以后，对方看得到它没有签成。以后可以再请一次。</Trans>
          ) : kind === 'VOLUNTEER' ? (
            <Trans>从今天起这份协议不再算数，志愿者不能再单独服务。正在陪伴的孩子，请先和督导商量由谁接着陪伴。</Trans>
          ) : (
            <Trans>从今天起这份协议不再算数，新的陪伴不能开始。安全关切和紧急的帮助照常进行。</Trans>
          )}
        </p>
        <Form
          onSubmit={(event) => void submit(event)}
          submitLabel={force ? <Trans>结束协议</Trans> : <Trans>收回</Trans>}
          busy={fetching}
          problem={problem}
        >
          <NativeSelect
            label={t`为什么`}
            data={(Object.keys(END_REASON) as AgreementEnd[]).map((value) => ({
              value,
              label: i18n._(END_REASON[value]),
            }))}
            {...register('reason')}
          />
          <Textarea
            label={t`说明`}
            description={needsNote ? t`请写几个字。` : t`可以空着。`}
            maxLength={500}
            error={formState.errors.note ? t`请写几个字，说明是什么原因。` : undefined}
            {...register('note', { validate: (note) => !needsNote || note.trim() !== '' })}
          />
        </Form>
      </Card>
    </details>
  );
}
