import { startTransition, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Provider, type Client } from 'urql';
import { createClient } from '../graphql/client.js';
import { showLocale } from '../i18n/catalogues.js';
import { fromServer, rememberedLocale } from '../i18n/locale.js';
import { dropAllDrafts } from '../../ui/form/draft.js';
import { rememberViewer } from './last-viewer.js';
import { SessionContext, type SessionState, type Viewer } from './session-context.js';
import { SESSION, SIGN_OUT } from './session.operations.js';

async function readSession(client: Client): Promise<SessionState> {
  const { data, error } = await client.query(SESSION, {}, { requestPolicy: 'network-only' }).toPromise();
  if (!data) return error ? { status: 'failed', error } : { status: 'loading' };
  const viewer = data.viewer ?? undefined;
  rememberViewer(viewer?.id);
  // A device without a choice of its own takes the account's language.
  if (viewer && rememberedLocale() === undefined) await showLocale(fromServer(viewer.locale));
  return { status: 'ready', platform: data.platform, viewer };
}

/** Holds the GraphQL client and the session together: a change of person always comes with an empty cache. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ status: 'loading' });
  // The session ended meanwhile: forget who it was; the guards of the faces then lead to the sign-in.
  const forgetViewer = useCallback((): void => {
    setState((now) => (now.status === 'ready' && now.viewer ? { ...now, viewer: undefined } : now));
  }, []);
  const [first] = useState(() => createClient(forgetViewer, true));
  const [client, setClient] = useState(first);
  const latest = useRef(0);

  useEffect(() => {
    const turn = ++latest.current;
    void readSession(first).then((next) => {
      // The whole face comes with it: in slices, and at once instead of through two states of waiting.
      if (turn === latest.current) startTransition(() => setState(next));
    });
  }, [first]);

  const reload = useCallback(async (): Promise<Viewer | undefined> => {
    const turn = ++latest.current;
    const fresh = createClient(forgetViewer);
    const next = await readSession(fresh);
    if (turn !== latest.current) return undefined; // a later reload has answered or will
    setClient(fresh);
    setState(next);
    return next.status === 'ready' ? next.viewer : undefined;
  }, [forgetViewer]);

  // Opened without a line: once it is back, the page learns who is there.
  const failed = state.status === 'failed';
  useEffect(() => {
    if (!failed) return undefined;
    const again = (): void => void reload();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [failed, reload]);

  const refresh = useCallback(async (): Promise<void> => {
    const next = await readSession(client);
    if (next.status === 'ready') setState(next);
  }, [client]);

  const signOut = useCallback(async (): Promise<void> => {
    await client.mutation(SIGN_OUT, {}).toPromise();
    dropAllDrafts(sessionStorage);
    // Only whoever leaves needs it.
    await import('../device/half-written.js')
      .then(({ dropAllHalfWritten }) => dropAllHalfWritten())
      .catch(() => undefined);
    await reload();
  }, [client, reload]);

  const value = useMemo(() => ({ ...state, reload, refresh, signOut }), [state, reload, refresh, signOut]);
  return (
    <SessionContext value={value}>
      <Provider value={client}>{children}</Provider>
    </SessionContext>
  );
}
