import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Provider, type Client } from 'urql';
import { createClient } from '../graphql/client.js';
import { activateLocale } from '../i18n/catalogues.js';
import { fromServer, rememberedLocale } from '../i18n/locale.js';
import { SessionContext, type SessionState, type Viewer } from './session-context.js';
import { SESSION, SIGN_OUT } from './session.operations.js';

/** Holds the GraphQL client and the session together: a change of person always comes with an empty cache. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const reloadRef = useRef<() => Promise<Viewer | undefined>>(() => Promise.resolve(undefined));
  const newClient = useCallback((): Client => createClient(() => void reloadRef.current()), []);
  const [client, setClient] = useState(newClient);
  const [state, setState] = useState<SessionState>({ status: 'loading' });
  const latest = useRef(0);

  const reload = useCallback(async (): Promise<Viewer | undefined> => {
    const turn = ++latest.current;
    const next = newClient();
    const { data, error } = await next.query(SESSION, {}).toPromise();
    if (turn !== latest.current) return undefined; // a later reload has answered or will
    setClient(next);
    if (!data) {
      if (error) setState({ status: 'failed', error });
      return undefined;
    }
    const viewer = data.viewer ?? undefined;
    // A device without a choice of its own takes the account's language.
    if (viewer && rememberedLocale() === undefined) await activateLocale(fromServer(viewer.locale));
    setState({ status: 'ready', platform: data.platform, viewer });
    return viewer;
  }, [newClient]);

  useEffect(() => {
    reloadRef.current = reload;
    void reload();
  }, [reload]);

  const signOut = useCallback(async (): Promise<void> => {
    await client.mutation(SIGN_OUT, {}).toPromise();
    await reload();
  }, [client, reload]);

  const value = useMemo(() => ({ ...state, reload, signOut }), [state, reload, signOut]);
  return (
    <SessionContext value={value}>
      <Provider value={client}>{children}</Provider>
    </SessionContext>
  );
}
