import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { ROLE_WORDS } from '../../app/session/roles.js';
import { useViewer } from '../../app/session/session-context.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { END_ROLE } from './staff.operations.js';
import { dayAfter, takersOf, timeOf, type EndReason, type Member, type Post } from './staff-view.js';
import { END_REASONS, END_WORDS } from './staff-words.js';
import { StaffRefusal } from './StaffRefusal.js';

interface Typed {
  readonly endsOn: string;
  readonly reason: EndReason | '';
  readonly handToId: string;
}
interface LeftAlone {
  readonly volunteers: number;
  readonly companionships: number;
}
export interface EndRoleFormProps {
  readonly post: Post;
  readonly member: Member;
  readonly members: readonly Member[];
  readonly reload: () => void;
}

/** The last day and why; whoever would be left alone is handed over in the same step. */
export function EndRoleForm({ post, member, members, reload }: EndRoleFormProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const { agency } = useViewer();
  const [{ fetching }, end] = useMutation(END_ROLE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [left, setLeft] = useState<LeftAlone>();
  const [asking, setAsking] = useState(false);
  const form = useKeptForm<Typed>({
    draft: `end-role.${post.id}`,
    defaultValues: { endsOn: agency.today, reason: '', handToId: '' },
  });
  const { errors } = form.formState;
  const begun = timeOf(post, agency.today) === 'NOW';
  const role = i18n._(ROLE_WORDS[post.role]);
  const { endsOn, handToId } = form.watch();
  const takers = takersOf(members, member, post.role, dayAfter(endsOn));
  const taker = takers.find(({ personId }) => personId === handToId);

  const send = async (): Promise<void> => {
    setAsking(false);
    setProblem(null);
    const typed = form.getValues();
    if (typed.reason === '') return;
    const handTo = left && taker ? { handToId: taker.personId } : {};
    const { data, error } = await end({
      input: { postId: post.id, endsOn: typed.endsOn, reason: typed.reason, ...handTo },
    });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.endRole;
    switch (result.__typename) {
      case 'StaffMember':
        form.forget();
        toast({ message: t`改好了，写进了操作记录。` });
        return reload();
      case 'StaffRefused':
        if (result.why !== 'HANDOVER_NEEDED') return setProblem(<StaffRefusal why={result.why} />);
        return setLeft(result);
      case 'InvalidInput':
        return form.setError('endsOn', { message: t`最后一天不能早于昨天。` });
      case 'NotFound':
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
      default:
        return assertUnreachable(result);
    }
  };

  return (
    <>
      <Form
        onSubmit={(event) => void form.handleSubmit(() => setAsking(true))(event)}
        submitLabel={begun ? <Trans>结束这项职责</Trans> : <Trans>取消这项职责</Trans>}
        busy={fetching}
        problem={problem}
      >
        {begun ? (
          <TextInput
            type="date"
            label={t`最后一天`}
            description={t`到这一天为止还有这项职责；填昨天，马上结束。`}
            error={errors.endsOn?.message}
            {...form.register('endsOn', { required: t`请填写日期。` })}
          />
        ) : null}
        <NativeSelect
          label={t`为什么`}
          description={t`只记下这一项，不写别的。`}
          data={[
            { value: '', label: t`请选一个` },
            ...END_REASONS.map((value) => ({ value, label: i18n._(END_WORDS[value]) })),
          ]}
          error={errors.reason?.message}
          {...form.register('reason', { required: t`请选一个最接近的原因。` })}
        />
        {left ? (
          <NativeSelect
            label={t`由谁接手`}
            description={<LeftWords left={left} name={member.name} />}
            data={[
              { value: '', label: takers.length > 0 ? t`请选一位同事` : t`现在没有同事可以接手` },
              ...takers.map(({ personId, name }) => ({ value: personId, label: name })),
            ]}
            error={errors.handToId?.message}
            {...form.register('handToId', { required: t`先选好由谁接手，职责才能结束。` })}
          />
        ) : null}
      </Form>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={begun ? t`结束${member.name}的职责“${role}”？` : t`取消${member.name}的职责“${role}”？`}
        confirmLabel={begun ? <Trans>结束职责</Trans> : <Trans>取消职责</Trans>}
        onConfirm={send}
        busy={fetching}
      >
        <p>
          {begun ? (
            <Trans>到 {format.day(endsOn || agency.today)} 为止。以后需要，可以再给一项新的。</Trans>
          ) : (
            <Trans>还没有开始，取消以后名单里不再有这一项。</Trans>
          )}
        </p>
        {left && taker ? (
          <p>
            <Trans>手上的人都交给{taker.name}。</Trans>
          </p>
        ) : null}
      </ConfirmDialog>
    </>
  );
}

function LeftWords({ left, name }: { readonly left: LeftAlone; readonly name: string }) {
  return (
    <>
      <Trans>{name}手上还有人，不能没有人照看：</Trans>
      {left.volunteers > 0 ? <Plural value={left.volunteers} other="督导着 # 名志愿者。" /> : null}
      {left.companionships > 0 ? <Plural value={left.companionships} other="负责 # 段成长陪伴。" /> : null}
    </>
  );
}
