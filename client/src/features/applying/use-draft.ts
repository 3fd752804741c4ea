import type { ApplicationAnswers } from '@tongxing/shared/rules';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useClient } from 'urql';
import { failureOf } from '../../app/graphql/failure.js';
import { toServer } from '../../app/i18n/locale.js';
import { useLocale } from '../../app/i18n/use-locale.js';
import type { Own_ApplicationFragment } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { arrived, newDraft, together, toSend, typed, type Draft } from './draft.js';
import { dropKept, keepDraft, keptDraft } from './kept-drafts.js';
import { answersOf } from './own-application.js';
import { MY_APPLICATION, OWN_APPLICATION, SAVE, START } from './applying.operations.js';

/** Where what was typed stands now. */
export type Kept = 'HERE' | 'THERE' | 'NOWHERE';
export type Saved =
  | { readonly kind: 'SAVED' }
  /** No line: it is kept here, and goes when there is one. */
  | { readonly kind: 'LATER' }
  | { readonly kind: 'REFUSED'; readonly fields: readonly string[] }
  | { readonly kind: 'CLOSED' }
  | { readonly kind: 'TOO_MANY'; readonly minutes: number };

export type Applying =
  | { readonly status: 'LOADING' }
  | { readonly status: 'UNKNOWN' }
  | { readonly status: 'FAILED'; readonly reload: () => void }
  | {
      readonly status: 'READY';
      readonly draft: Draft;
      /** As the agency holds it; undefined before it knows, or without a line. */
      readonly own: Own_ApplicationFragment | undefined;
      readonly kept: Kept;
      readonly change: (change: ApplicationAnswers) => void;
      readonly save: () => Promise<Saved>;
      /** Another step was taken with it. */
      readonly took: (own: Own_ApplicationFragment) => void;
    };

/** What the page before hands over where the device keeps nothing. */
export interface BegunHere {
  readonly agencyId: string;
  readonly link?: string | undefined;
}

/** An application that is being written: every letter is kept on this device, and every step at the agency. */
export function useDraft(code: string): Applying {
  const client = useClient();
  const { locale } = useLocale();
  const location = useLocation();
  const handed = useRef(location.state as BegunHere | null);
  const [draft, setDraft] = useState<Draft>();
  const [own, setOwn] = useState<Own_ApplicationFragment>();
  const [found, setFound] = useState<'LOADING' | 'UNKNOWN' | 'FAILED' | 'READY'>('LOADING');
  const [kept, setKept] = useState<Kept>('THERE');
  const newest = useRef<Draft>(undefined);

  const put = useCallback((next: Draft) => {
    newest.current = next;
    setDraft(next);
  }, []);

  const load = useCallback(async () => {
    const here =
      (await keptDraft(code)) ??
      (handed.current ? newDraft(code, handed.current.agencyId, handed.current.link) : undefined);
    const { data, error } = await client.query(MY_APPLICATION, { code }, { requestPolicy: 'network-only' }).toPromise();
    const held = readFragment(OWN_APPLICATION, data?.myApplication);
    if (held) {
      put(together(code, answersOf(held), here));
      setOwn(held);
      setKept(newest.current?.changed.length ? 'HERE' : 'THERE');
      if (held.state !== 'STARTED') void dropKept(code);
      return setFound('READY');
    }
    if (here && (error || !here.begun)) {
      put(here);
      setKept(here.changed.length > 0 ? 'HERE' : 'THERE');
      return setFound('READY');
    }
    setFound(error ? 'FAILED' : 'UNKNOWN');
  }, [client, code, put]);
  useEffect(() => {
    // The answer comes later: nothing is set before it is there.
    void Promise.resolve().then(load);
  }, [load]);

  const keep = useKeeper(setKept);
  const change = useCallback(
    (part: ApplicationAnswers) => {
      if (!newest.current) return;
      put(typed(newest.current, part));
      keep(newest.current);
    },
    [put, keep],
  );

  const save = useCallback(async (): Promise<Saved> => {
    const now = newest.current;
    if (!now) return { kind: 'LATER' };
    if (!now.begun) {
      const { code, agencyId, link, answers } = now;
      const { name = '', phone = '' } = answers;
      const input = { code, agencyId, link, locale: toServer(locale), name, phone };
      const { data, error } = await client.mutation(START, { input }).toPromise();
      if (!data) return later(error);
      const result = data.startApplication;
      if (result.__typename === 'InvalidInput') return refused(result.fields);
      if (result.__typename === 'NotFound') return { kind: 'CLOSED' };
      if (result.__typename === 'TooManyAttempts') {
        return { kind: 'TOO_MANY', minutes: Math.ceil(result.retryAfterSeconds / 60) };
      }
      const begun = arrived(newest.current ?? now, { name, phone });
      put(begun);
      keep(begun);
    }
    const sent = toSend(newest.current ?? now);
    if (Object.keys(sent).length === 0) return { kind: 'SAVED' };
    const { data, error } = await client.mutation(SAVE, { input: { code: now.code, ...toInput(sent) } }).toPromise();
    if (!data) return later(error);
    const result = data.saveApplication;
    if (result.__typename === 'InvalidInput') return refused(result.fields);
    if (result.__typename !== 'MyApplication') return { kind: 'CLOSED' };
    const after = arrived(newest.current ?? now, sent);
    put(after);
    keep(after);
    setOwn(readFragment(OWN_APPLICATION, result));
    setKept('THERE');
    return { kind: 'SAVED' };
  }, [client, keep, locale, put]);

  // The line is back, or the page is put away: what is kept here goes out.
  useEffect(() => {
    const go = (): void => {
      if (newest.current?.begun && newest.current.changed.length > 0) void save();
    };
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') go();
    };
    window.addEventListener('online', go);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('online', go);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [save]);

  if (found === 'READY' && draft) {
    const took = (next: Own_ApplicationFragment): void => {
      setOwn(next);
      if (next.state !== 'STARTED') void dropKept(code);
      put(together(code, answersOf(next), undefined));
    };
    return { status: 'READY', draft, own, kept, change, save, took };
  }
  const reload = (): void => {
    setFound('LOADING');
    void load();
  };
  if (found === 'FAILED') return { status: 'FAILED', reload };
  return found === 'UNKNOWN' ? { status: 'UNKNOWN' } : { status: 'LOADING' };
}

/** Writes the newest draft to this device, one after the other: what was typed meanwhile goes with the next. */
function useKeeper(say: (kept: Kept) => void) {
  const next = useRef<Draft>(undefined);
  const busy = useRef(false);
  return useCallback(
    (draft: Draft): void => {
      next.current = draft;
      if (busy.current) return;
      busy.current = true;
      const write = async (): Promise<void> => {
        while (next.current) {
          const now = next.current;
          next.current = undefined;
          await keepDraft(now);
          say(now.begun && now.changed.length === 0 ? 'THERE' : 'HERE');
        }
      };
      void write()
        .catch(() => say('NOWHERE'))
        .finally(() => (busy.current = false));
    },
    [say],
  );
}

const later = (error: Parameters<typeof failureOf>[0] | undefined): Saved =>
  error && failureOf(error).kind === 'FAULT' ? { kind: 'REFUSED', fields: [] } : { kind: 'LATER' };
const refused = (fields: readonly { readonly field: string }[]): Saved => ({
  kind: 'REFUSED',
  fields: fields.map(({ field }) => field.split('.').at(-1) ?? field),
});

/** Lists that may be changed, as the request wants them. */
const toInput = ({ interests, freeTimes, languages, skills, referees, ...rest }: ApplicationAnswers) => ({
  ...rest,
  ...(interests && { interests: [...interests] }),
  ...(freeTimes && { freeTimes: freeTimes.map((time) => ({ ...time })) }),
  ...(languages && { languages: [...languages] }),
  ...(skills && { skills: [...skills] }),
  ...(referees && { referees: referees.map((one) => ({ ...one })) }),
});
