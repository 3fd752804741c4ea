// Who is signed in, as far as pages need to know; the server decides again on every request.
import type { Permission } from '@tongxing/shared/permissions';
import { createContext, useContext } from 'react';
import type { CombinedError } from 'urql';
import type { SessionQuery } from '../../gql/graphql.js';

export type Platform = SessionQuery['platform'];
export type Viewer = NonNullable<SessionQuery['viewer']>;

export type SessionState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: CombinedError }
  | { readonly status: 'ready'; readonly platform: Platform; readonly viewer: Viewer | undefined };

export interface SessionActions {
  /** Asks the server anew, with an empty cache: after sign-in, sign-out and changes of one's own account. */
  readonly reload: () => Promise<Viewer | undefined>;
  /** Asks again who is signed in (name, unread notices) and keeps the cache. */
  readonly refresh: () => Promise<void>;
  readonly signOut: () => Promise<void>;
}

export const SessionContext = createContext<(SessionState & SessionActions) | undefined>(undefined);

export function useSession(): SessionState & SessionActions {
  const session = useContext(SessionContext);
  if (!session) throw new Error('BUG: useSession outside of SessionProvider');
  return session;
}

/** The person signed in; only below RequireFace, which lets nobody else through. */
export function useViewer(): Viewer {
  const session = useSession();
  if (session.status !== 'ready' || !session.viewer) throw new Error('BUG: useViewer where nobody is signed in');
  return session.viewer;
}

/** What the viewer may do, to offer only what is possible. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession();
  const held = session.status === 'ready' ? (session.viewer?.permissions ?? []) : [];
  return (permission) => held.includes(permission);
}
