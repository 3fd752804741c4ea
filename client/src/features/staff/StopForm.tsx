import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, Textarea } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { StopReason } from '../../gql/graphql.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { Form } from '../../ui/form/Form.js';
import { problemsResolver } from '../../ui/form/problems.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { REASON_WORDS, REASONS, REFUSAL_WORDS, type WorkStanding } from './stop-words.js';
import { STOP_WORK } from './stop.operations.js';
import styles from './staff.module.css';

interface Typed {
  readonly reason: StopReason | '';
  readonly words: string;
}
const resolver = problemsResolver<Typed>(({ reason, words }) => [
  ...(reason === '' ? (['reason'] as const) : []),
  ...(words.length > 500 || (reason === 'OTHER' && words.trim() === '') ? (['words'] as const) : []),
]);

export interface StopFormProps {
  readonly standing: WorkStanding;
  readonly reload: () => void;
}

/** Why, then what it ends, then the switch itself. */
export function StopForm({ standing, reload }: StopFormProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const { name, personId } = standing;
  const [{ fetching }, stop] = useMutation(STOP_WORK);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [asking, setAsking] = useState(false);
  const form = useKeptForm<Typed>({
    draft: `stop.${personId}`,
    defaultValues: { reason: '', words: '' },
    resolver,
  });
  const { errors } = form.formState;

  const send = async (): Promise<void> => {
    const { reason, words } = form.getValues();
    setAsking(false);
    if (reason === '') return;
    setProblem(null);
    const { data, error } = await stop({ input: { personId, reason, words: words.trim() } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.stopWork;
    switch (result.__typename) {
      case 'WorkStanding':
        form.forget();
        toast({ message: t`${name}的全部工作已经暂停。` });
        reload();
        return;
      case 'StopRefused':
        setProblem(i18n._(REFUSAL_WORDS[result.why]));
        return;
      case 'InvalidInput':
        form.setError('words', { type: 'server' });
        return;
      case 'NotFound':
        setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
        return;
      default:
        assertUnreachable(result);
    }
  };

  return (
    <>
      <Form
        onSubmit={(event) => void form.handleSubmit(() => setAsking(true))(event)}
        submitLabel={<Trans>暂停全部工作</Trans>}
        busy={fetching}
        problem={problem}
      >
        <NativeSelect
          label={t`为什么`}
          data={[
            { value: '', label: t`请选一个` },
            ...REASONS.map((reason) => ({ value: reason, label: i18n._(REASON_WORDS[reason]) })),
          ]}
          error={errors.reason ? t`请选一个最接近的原因。` : undefined}
          {...form.register('reason')}
        />
        <Textarea
          label={t`说明`}
          description={t`平实地写发生了什么，只有机构负责人和您看得到。`}
          autosize
          minRows={2}
          error={errors.words ? t`请写几个字，不超过 500 字。` : undefined}
          {...form.register('words')}
        />
      </Form>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`暂停${name}的全部工作`}
        confirmLabel={<Trans>立即暂停</Trans>}
        onConfirm={send}
        tone="danger"
        busy={fetching}
      >
        <Consequences standing={standing} />
      </ConfirmDialog>
    </>
  );
}

function Consequences({ standing: { consequences } }: { readonly standing: WorkStanding }) {
  const { devices, invitations, companionships, links } = consequences;
  return (
    <>
      <p>
        <Trans>从这一刻起：</Trans>
      </p>
      <ul className={styles['list']}>
        <li>
          <Plural value={devices} _0="账号不能再登录。" other="账号不能再登录，# 台登录着的设备马上退出。" />
        </li>
        {companionships > 0 ? (
          <li>
            <Plural value={companionships} other="# 段陪伴马上结束，社会工作者会收到通知，商量怎么告诉每个孩子。" />
          </li>
        ) : null}
        {invitations > 0 ? (
          <li>
            <Plural value={invitations} other="# 份还没有使用的邀请作废。" />
          </li>
        ) : null}
        {links > 0 ? (
          <li>
            <Plural value={links} other="# 个发给监护人的专属链接作废，需要时请同事重新发。" />
          </li>
        ) : null}
        <li>
          <Trans>不会再被安排任何服务。</Trans>
        </li>
        <li>
          <Trans>恢复要由另一位有权限的同事决定。</Trans>
        </li>
      </ul>
    </>
  );
}
