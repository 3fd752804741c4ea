import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { useMutation } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { TextInput, Textarea } from '../../ui/fields/fields.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal, type CommonRefusalKind } from '../../ui/states/CommonRefusal.js';
import { MarkedText, MarkList, marksWithin, replaced, useMarks, type KindMark } from '../release-check/index.js';
import { SAVE_CARD } from './progress-cards.operations.js';
import styles from './progress-cards.module.css';

const LONGEST_TITLE = 40;
const LONGEST_TEXT = 1000;

export interface CardFormProps {
  readonly childId: string;
  /** The draft to write on at; without it a new card is written. */
  readonly card?: { readonly id: string; readonly title: string; readonly text: string; readonly version: number };
  readonly saved: (progressCardId: string, submitted: boolean) => void;
  readonly reload: () => void;
}

/** Writing a card, with what may tell who the child is marked as one writes. */
export function CardForm({ childId, card, saved, reload }: CardFormProps) {
  const { t } = useLingui();
  const [{ fetching }, save] = useMutation(SAVE_CARD);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [refused, setRefused] = useState<CommonRefusalKind>();
  const [requestId] = useState(newRequestId);
  const form = useKeptForm<{ title: string; text: string }>({
    draft: `card.${card ? `${card.id}.${card.version}` : childId}`,
    defaultValues: { title: card?.title ?? '', text: card?.text ?? '' },
  });
  const [title = '', text = ''] = useWatch({ control: form.control, name: ['title', 'text'] });
  const joined = `${title}\n${text}`;
  const { marks, complete } = useMarks(childId, joined);
  const take = (mark: KindMark): void => {
    const next = replaced(joined, mark);
    const line = next.indexOf('\n');
    form.setValue('title', next.slice(0, line), { shouldDirty: true });
    form.setValue('text', next.slice(line + 1), { shouldDirty: true });
  };
  const send = (submit: boolean) =>
    form.handleSubmit(async (values) => {
      setProblem(null);
      const about = card ? { progressCardId: card.id, version: card.version } : { childId };
      const { data, error } = await save({ input: { ...values, ...about, submit, requestId } });
      if (!data) {
        setProblem(<RequestFault error={error} />);
        return;
      }
      const result = data.saveProgressCard;
      switch (result.__typename) {
        case 'ProgressCard':
          form.forget();
          saved(result.id, submit);
          return;
        case 'InvalidInput':
          setProblem(<Trans>请写一个标题（四十字以内）和几句话（一千字以内）。</Trans>);
          return;
        case 'NotFound':
        case 'StaleVersion':
        case 'TransitionRefused':
          setRefused(result.__typename);
          return;
        default:
          assertUnreachable(result);
      }
    });
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void send(true)(event)}>
      <TextInput
        label={t`标题`}
        description={t`一个小小的瞬间，例如“第一次上台”。`}
        maxLength={LONGEST_TITLE}
        error={form.formState.errors.title?.message}
        {...form.register('title', { required: t`请写一个标题。` })}
      />
      <Textarea
        label={t`这段时间，孩子长大了什么？`}
        description={t`写看得见的变化和孩子自己的话。不写姓名、学校、住处和家里的难处。`}
        rows={8}
        maxLength={LONGEST_TEXT}
        error={form.formState.errors.text?.message}
        {...form.register('text', { required: t`请写几句话。` })}
      />
      <MarkList text={joined} marks={marks} complete={complete} take={take} />
      {joined.trim() === '' ? null : (
        <section className={styles['preview']} aria-label={t`资助人会读到的样子`}>
          <h3>
            <MarkedText text={title} marks={marksWithin(marks, 0, title.length)} />
          </h3>
          <p>
            <MarkedText text={text} marks={marksWithin(marks, title.length + 1, text.length)} />
          </p>
        </section>
      )}
      {problem ? <div role="alert">{problem}</div> : null}
      {refused ? <CommonRefusal kind={refused} reload={reload} /> : null}
      <div className={styles['actions']}>
        <Button type="submit" loading={fetching}>
          <Trans>写好了，请同事看一看</Trans>
        </Button>
        <Button variant="default" loading={fetching} onClick={() => void send(false)()}>
          <Trans>先存草稿</Trans>
        </Button>
      </div>
    </form>
  );
}
