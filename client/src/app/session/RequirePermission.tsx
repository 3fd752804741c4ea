import { useLingui } from '@lingui/react/macro';
import type { Permission } from '@tongxing/shared/permissions';
import type { ReactNode } from 'react';
import { RefusedState } from '../../ui/states/Refusal.js';
import { ROLE_WORDS, rolesThatMay } from './roles.js';
import { useMay, useViewer } from './session-context.js';

/** A page that this person may not open says so, and who may, instead of hiding. */
export function RequirePermission({
  permission,
  children,
}: {
  readonly permission: Permission;
  readonly children: ReactNode;
}) {
  const { t, i18n } = useLingui();
  const may = useMay();
  const viewer = useViewer();
  if (may(permission)) return children;
  const who = new Intl.ListFormat(i18n.locale, { type: 'disjunction' }).format(
    rolesThatMay(permission).map((role) => i18n._(ROLE_WORDS[role])),
  );
  return (
    <RefusedState
      what={t`没有打开这一页`}
      why={t`这一页需要相应的职责。只有${who}可以打开。`}
      now={t`您可以从左边或下方选择其他页面继续工作。`}
      ask={t`${viewer.agency.name}的机构负责人可以调整您的角色。`}
    />
  );
}
