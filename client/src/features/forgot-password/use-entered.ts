import { useNavigate } from 'react-router';
import { pathOfFace } from '../../app/session/face-path.js';
import { useSession } from '../../app/session/session-context.js';

/** Once a session stands: leads to the person's own pages, and leaves nothing of the way behind. */
export function useEntered(): () => Promise<void> {
  const { reload } = useSession();
  const navigate = useNavigate();
  return async () => {
    const viewer = await reload();
    await navigate(viewer ? pathOfFace(viewer.face) : '/sign-in', { replace: true });
  };
}
