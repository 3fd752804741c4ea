import { Trans, useLingui } from '@lingui/react/macro';
import type { Face } from '@tongxing/shared/permissions';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { LinkButton } from '../../ui/button/Button.js';
import { BareFrame } from '../../ui/shell/BareFrame.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { RefusedState } from '../../ui/states/Refusal.js';
import { facesOf, pathOfFace } from './face-path.js';
import { FACE_WORDS } from './roles.js';
import { useSession } from './session-context.js';

/** Opens a face to those whose roles lead there; others read why not, and where their own pages are. */
export function RequireFace({ face, children }: { readonly face: Face; readonly children: ReactNode }) {
  const { t, i18n } = useLingui();
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.status === 'loading') return <LoadingState whole />;
  if (session.status === 'failed')
    return <ErrorState whole error={session.error} retry={() => void session.reload()} />;
  if (session.platform.needsSetup) return <Navigate replace to="/setup" />;
  const { viewer } = session;
  if (!viewer) return <Navigate replace to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} />;
  if (viewer.secondFactorDuty?.overdue) return <Navigate replace to="/protect" />;
  if (facesOf(viewer.roles).includes(face)) return children;
  const wanted = i18n._(FACE_WORDS[face]);
  const own = i18n._(FACE_WORDS[viewer.face]);
  return (
    <BareFrame>
      <RefusedState
        what={t`没有打开${wanted}`}
        why={t`每个人只看到自己的工作需要的页面，这样孩子和家庭的资料才安全。`}
        now={t`您可以回到${own}，或者用另一个账号登录。`}
        ask={t`${viewer.agency.name}的机构负责人可以调整您的角色。`}
        actions={
          <LinkButton to={pathOfFace(viewer.face)}>
            <Trans>回到{own}</Trans>
          </LinkButton>
        }
      />
    </BareFrame>
  );
}
