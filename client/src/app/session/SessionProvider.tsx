import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Provider } from 'urql';
import { createClient } from '../graphql/client.js';
import { activateLocale } from '../i18n/catalogues.js';
import { fromServer, rememberedLocale } from '../i18n/locale.js';
import { SessionContext, type SessionState, type Viewer } from './session-context.js';
import { SESSION, SIGN_OUT } from './session.operations.js';

/** Holds the GraphQL client and the session together: a change of person always comes with an empty cache. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ status: 'loading' });
  // The session ended meanwhile: forget who it was; the guards of the faces then lead to the sign-in.
  const forgetViewer = useCallback((): void => {
    setState((now) => (now.status === 'ready' && now.viewer ? { ...now, viewer: undefined } : now));
  }, []);
  const [client, setClient] = useState(() => createClient(forgetViewer));
  const latest = useRef(0);

  const reload = useCallback(async (): Promise<Viewer | undefined> => {
    const turn = ++latest.current;
    const next = createClient(forgetViewer);
    const { data, error } = await next.query(SESSION, {}).toPromise();
    if (turn !== latest.current) return undefined; // a later reload has answered or will
    if (!data) {
      if (error) setState({ status: 'failed', error });
      return undefined;
    }
    const viewer = data.viewer ?? undefined;
    // A device without a choice of its own takes the account's language.
    if (viewer && rememberedLocale() === undefined) await activateLocale(fromServer(viewer.locale));
    setClient(next);
    setState({ status: 'ready', platform: data.platform, viewer });
    return viewer;
  }, [forgetViewer]);

  useEffect(() => {
    void reload();
  }, [reload]);

  const refresh = useCallback(async (): Promise<void> => {
    const { data } = await client.query(SESSION, {}, { requestPolicy: 'network-only' }).toPromise();
    if (data) setState({ status: 'ready', platform: data.platform, viewer: data.viewer ?? undefined });
  }, [client]);

  const signOut = useCallback(async (): Promise<void> => {
    await client.mutation(SIGN_OUT, {}).toPromise();
    await reload();
  }, [client, reload]);

  const value = useMemo(() => ({ ...state, reload, refresh, signOut }), [state, reload, refresh, signOut]);
  return (
    <SessionContext value={value}>
      <Provider value={client}>{children}</Provider>
    </SessionContext>
  );
}
