import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { Checkbox, NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { freePapers, type Paper } from './story-view.js';
import { useFactAnswer } from './use-fact-answer.js';
import { RECORD_FACT } from './volunteer-page.operations.js';
import styles from './volunteer-page.module.css';

interface Typed {
  readonly kind: 'PRE_SERVICE' | 'IN_SERVICE' | 'AGREEMENT';
  readonly happenedOn: string;
  readonly validUntil: string;
  readonly paperIds: readonly string[];
}
interface RecordFactFormProps {
  readonly volunteerId: string;
  readonly papers: readonly Paper[];
  readonly reload: () => void;
}

/** A training or an agreement, with the paper that proves it; it counts at once, and is never silently changed. */
export function RecordFactForm({ volunteerId, papers, reload }: RecordFactFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const answered = useFactAnswer();
  const { agency } = useViewer();
  const [{ fetching }, record] = useMutation(RECORD_FACT);
  const [problem, setProblem] = useState<ReactNode>(null);
  const start: Typed = { kind: 'PRE_SERVICE', happenedOn: agency.today, validUntil: '', paperIds: [] };
  const form = useKeptForm<Typed>({ draft: `fact.${volunteerId}`, defaultValues: { ...start, paperIds: [] } });
  const { errors } = form.formState;
  const kind = form.watch('kind');
  const own = freePapers(papers, kind === 'AGREEMENT' ? 'VOLUNTEER_AGREEMENT' : 'TRAINING_CERTIFICATE');
  const past = t`请写今天或以前的日子。`;
  const later = t`请写那一天以后的日子，没有写明就空着。`;

  const submit = form.handleSubmit(async ({ paperIds, validUntil, ...typed }) => {
    setProblem(null);
    const chosen = own.map(({ id }) => id).filter((id) => paperIds.includes(id));
    const input = { ...typed, volunteerId, validUntil: validUntil || null, paperIds: chosen };
    const { data, error } = await record({ input });
    if (!data) return setProblem(<RequestFault error={error} />);
    answered(data.recordFact, {
      done: () => {
        form.forget();
        form.reset({ ...start, paperIds: [] });
        toast({ message: t`记下了，从现在起算数。` });
        reload();
      },
      fields: (fields) => {
        const twice = fields.some(({ code }) => code === 'RECORDED_ALREADY');
        const ends = fields.some(({ field }) => field === 'validUntil');
        form.setError(ends ? 'validUntil' : 'happenedOn', {
          message: ends ? later : twice ? t`这一天的已经记过了。` : past,
        });
      },
      problem: setProblem,
      reload,
    });
  });

  return (
    <Form onSubmit={(event) => void submit(event)} submitLabel={<Trans>记下</Trans>} busy={fetching} problem={problem}>
      <NativeSelect
        label={t`记下什么`}
        data={[
          { value: 'PRE_SERVICE', label: t`岗前培训` },
          { value: 'IN_SERVICE', label: t`在岗培训` },
          { value: 'AGREEMENT', label: t`志愿服务协议` },
        ]}
        {...form.register('kind')}
      />
      <div className={styles['pair']}>
        <TextInput
          type="date"
          label={t`哪一天`}
          max={agency.today}
          error={errors.happenedOn?.message}
          {...form.register('happenedOn', { validate: (day) => (day !== '' && day <= agency.today) || past })}
        />
        <TextInput
          type="date"
          label={t`证明上写到哪天`}
          description={t`没有写明就空着。`}
          error={errors.validUntil?.message}
          {...form.register('validUntil', {
            validate: (day, { happenedOn }) => day === '' || day >= happenedOn || later,
          })}
        />
      </div>
      {own.length > 0 ? (
        <FieldGroup label={t`有哪些证明`} description={t`勾选以后，证明和这条记录放在一起，不会再被取下。`}>
          {own.map((paper) => (
            <Checkbox key={paper.id} label={paper.name} value={paper.id} {...form.register('paperIds')} />
          ))}
        </FieldGroup>
      ) : (
        <p className={styles['quiet']}>
          <Trans>有证书或协议的照片，可以先存到上面的“证明和协议”，再来这里勾选。</Trans>
        </p>
      )}
    </Form>
  );
}
