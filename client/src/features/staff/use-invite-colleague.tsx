// Sends an invitation with the roles that come with it, and says in words what stands in the way.
import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { Role } from '../../gql/graphql.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { INVITE_PERSON, type Sent } from '../invitations/index.js';
import { periodProblem, toInput, type RolePeriod } from './role-period.js';
import { usePeriodWords } from './use-period-words.js';

export interface ColleagueValues extends RolePeriod {
  readonly name: string;
  readonly identifier: string;
  readonly roles: readonly Role[];
  readonly locale: 'ZH_CN' | 'EN';
}
interface Options {
  readonly draft: string;
  /** Somebody whom the agency knows already; a new colleague otherwise. */
  readonly personId?: string;
  readonly start: Partial<ColleagueValues>;
  readonly sent: (made: Sent & { readonly personId: string }) => void;
  /** They have an account meanwhile, or are gone: what stands on the page is old. */
  readonly outdated: () => void;
}

export function useInviteColleague({ draft, personId, start, sent, outdated }: Options) {
  const { t } = useLingui();
  const words = usePeriodWords();
  const { agency } = useViewer();
  const [{ fetching }, invite] = useMutation(INVITE_PERSON);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<ColleagueValues>({
    draft,
    defaultValues: {
      name: '',
      identifier: '',
      roles: [],
      officeId: '',
      startsOn: agency.today,
      endsOn: '',
      locale: 'ZH_CN',
      ...start,
    },
  });
  const fieldWords = {
    name: t`请填写姓名，不超过 120 个字。`,
    identifier: t`请填写手机号，或完整的邮箱。`,
    roles: t`请至少选一项职责。`,
  } as const;

  const submit = form.handleSubmit(async ({ name, identifier, roles, locale, ...period }) => {
    setProblem(null);
    const wrong = periodProblem(period, agency.today);
    if (wrong) return form.setError(wrong.field, { message: words(wrong.code) });
    const { data, error } = await invite({
      input: {
        ...(personId ? { personId } : { name: name.trim() }),
        ...(identifier.trim() && { identifier: identifier.trim() }),
        roles: roles.map((role) => ({ role, ...toInput(period) })),
        locale,
      },
    });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.invitePerson;
    switch (result.__typename) {
      case 'InvitationSent':
        form.forget();
        return sent({ path: result.path, expiresAt: result.account.expiresAt, personId: result.account.personId });
      case 'InvalidInput':
        for (const { field, code } of result.fields) {
          if (field === 'roles' && code !== 'REQUIRED') form.setError('endsOn', { message: words(code) });
          else if (field in fieldWords) {
            const known = field as keyof typeof fieldWords;
            form.setError(known, { message: fieldWords[known] });
          } else setProblem(<Trans>有一项内容系统不能接受，请逐项看一看。</Trans>);
        }
        return;
      case 'IdentifierTaken':
        return form.setError('identifier', {
          message: t`机构里已经有人用这个号码或邮箱。请换一个，或者从名单里打开那个人，给一项新的职责。`,
        });
      case 'RoleNotYours':
        return setProblem(<Trans>这项职责不由您来给。请机构负责人来邀请。</Trans>);
      case 'AlreadyHasAccount':
      case 'NotFound':
        return outdated();
      default:
        return assertUnreachable(result);
    }
  });
  return { form, submit, busy: fetching, problem, fieldWords };
}
