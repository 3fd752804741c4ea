import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { useMutation } from 'urql';
import type { TeamPack_AllFragment } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { MarkList } from '../release-check/index.js';
import { EDITION, SEND } from './team-pack.operations.js';
import { usePackMarks } from './use-pack-marks.js';

interface Typed {
  readonly debrief: string;
  readonly outcomes: string;
  readonly why: string;
}
interface PackFormProps {
  readonly pack: TeamPack_AllFragment;
  readonly edition: number;
  /** Words of children that were chosen. */
  readonly thanks: readonly string[];
  readonly reload: () => void;
}
const LONGEST = 2000;
const LONGEST_WHY = 300;

/** The texts for a team; what may tell who somebody is stands below them before anything is sent. */
export function PackForm({ pack, edition, thanks, reload }: PackFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, send] = useMutation(SEND);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [newest] = pack.editions;
  const before = newest && readFragment(EDITION, newest);
  const form = useKeptForm<Typed>({
    draft: `team-pack.${pack.id}.${String(edition)}`,
    defaultValues: { debrief: before?.debrief ?? '', outcomes: before?.outcomes ?? '', why: '' },
  });
  const { errors } = form.formState;
  const typed = useWatch({ control: form.control });
  const text = [typed.debrief, typed.outcomes, typed.why].join('\n');
  const { marks, complete } = usePackMarks(text);
  const submit = form.handleSubmit(async (said) => {
    setProblem(null);
    if (!complete) return setProblem(<Trans>请等一下，正在看一看有没有会让人认出孩子的地方。</Trans>);
    const { id: packId, version } = pack;
    const input = { ...said, packId, version, thanksIds: [...thanks], marksSeen: marks.length };
    const { data, error } = await send({ input });
    const outcome = data?.outcome;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename !== 'TeamPack') {
      setProblem(<SendProblem outcome={outcome} />);
      if (outcome.__typename === 'StaleVersion') reload();
      return;
    }
    form.forget();
    toast({ message: t`发出了，团队的联系人会收到通知。` });
    reload();
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={edition === 0 ? <Trans>发给团队</Trans> : <Trans>发出更正的一版</Trans>}
      busy={fetching}
      problem={problem}
    >
      <Textarea
        label={t`那天怎么样`}
        description={t`做了什么，大家怎么配合，下一次可以怎么做得更好。不写孩子。`}
        rows={5}
        maxLength={LONGEST}
        error={errors.debrief?.message}
        {...form.register('debrief', { validate: (value) => value.trim() !== '' || t`请写下这一项。` })}
      />
      <Textarea
        label={t`带来了什么`}
        description={t`目标做到了多少，说事情，不说哪个孩子。`}
        rows={5}
        maxLength={LONGEST}
        error={errors.outcomes?.message}
        {...form.register('outcomes', { validate: (value) => value.trim() !== '' || t`请写下这一项。` })}
      />
      {edition > 0 ? (
        <Textarea
          label={t`前一版哪里错了`}
          rows={2}
          maxLength={LONGEST_WHY}
          error={errors.why?.message}
          {...form.register('why', { validate: (value) => value.trim() !== '' || t`请写下这一项。` })}
        />
      ) : null}
      {text.trim() === '' ? null : <MarkList text={text} marks={marks} complete={complete} />}
      {thanks.length > 0 ? (
        <p>
          <Plural value={thanks.length} other="和孩子的 # 句话一起发出。" />
        </p>
      ) : null}
    </Form>
  );
}

function SendProblem({ outcome }: { readonly outcome: { readonly __typename: string } }) {
  switch (outcome.__typename) {
    case 'StaleVersion':
      return <Trans>刚刚有同事发出了一版。请先看看它；您写的还在。</Trans>;
    case 'MarksUnread':
      return <Trans>又有地方可能让人认出是谁。请看一看下面标出的地方，再发一次。</Trans>;
    case 'ThanksNotReleased':
      return <Trans>选的话里有一句现在不能给团队看：家庭没有同意，或者还没有两个人看过。请重新选。</Trans>;
    case 'InvalidInput':
      return <Trans>请看看每一项：不能空着，也不能太长。</Trans>;
    default:
      return <Trans>这份说明不在了，请回到列表。</Trans>;
  }
}
