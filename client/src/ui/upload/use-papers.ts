import { useCallback, useEffect, useRef, useState } from 'react';
import { lighten } from './lighten.js';
import { removePaper, uploadPaper, type Paper, type PaperProblem, type Target } from './upload-paper.js';

/** A file that is on its way, or did not arrive. */
export interface Underway {
  readonly key: string;
  readonly file: File;
  readonly share: number;
  /** `problem` where the server refused it; nothing of either where nobody answered. */
  readonly state: 'SENDING' | 'REFUSED' | 'FAILED';
  readonly problem?: PaperProblem | undefined;
}
export interface PapersOptions extends Target {
  /** Papers that are kept, as whoever shows them knows it. */
  readonly papers: readonly Paper[];
  readonly added: (paper: Paper) => void;
  readonly removed: (paper: Paper) => void;
}
export interface Papers {
  readonly papers: readonly Paper[];
  readonly underway: readonly Underway[];
  readonly sending: boolean;
  /** A picture of a kept photo that this page still has at hand. */
  readonly pictureOf: (paper: Paper) => string | undefined;
  readonly bring: (files: readonly File[]) => void;
  readonly cancel: (key: string) => void;
  readonly retry: (key: string) => void;
  /** False where it did not work. */
  readonly remove: (paper: Paper) => Promise<boolean>;
}

/** Papers on their way in; what is typed around them stays whatever becomes of them. */
export function usePapers({ purpose, subjectId, recordId, papers, added, removed }: PapersOptions): Papers {
  const [underway, setUnderway] = useState<readonly Underway[]>([]);
  const [pictures, setPictures] = useState<Readonly<Record<string, string>>>({});
  const stops = useRef(new Map<string, AbortController>());
  const numbers = useRef(0);
  /** Taken off the list before their turn came. */
  const left = useRef(new Set<string>());
  const latest = useRef({ added, pictures });
  useEffect(() => {
    latest.current = { added, pictures };
  });
  useEffect(() => {
    const open = stops.current;
    return () => {
      for (const stop of open.values()) stop.abort();
      for (const address of Object.values(latest.current.pictures)) URL.revokeObjectURL(address);
    };
  }, []);

  const change = (key: string, to: Partial<Underway>): void =>
    setUnderway((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const drop = (key: string): void => setUnderway((all) => all.filter((one) => one.key !== key));

  const send = useCallback(
    async (key: string, file: File) => {
      const stop = new AbortController();
      stops.current.set(key, stop);
      change(key, { state: 'SENDING', share: 0, problem: undefined });
      const light = await lighten(file);
      const progress = (share: number): void => change(key, { share });
      const upload = await uploadPaper({ purpose, subjectId, recordId }, light, file.name, {
        signal: stop.signal,
        progress,
      });
      stops.current.delete(key);
      switch (upload.kind) {
        case 'KEPT': {
          const { paper } = upload;
          if (paper.kind === 'IMAGE') setPictures((all) => ({ ...all, [paper.id]: URL.createObjectURL(light) }));
          drop(key);
          latest.current.added(paper);
          return;
        }
        case 'CANCELLED':
          drop(key);
          return;
        case 'REFUSED':
          change(key, { state: 'REFUSED', problem: upload.problem });
          return;
        case 'FAILED':
          change(key, { state: 'FAILED' });
      }
    },
    [purpose, subjectId, recordId],
  );

  /** One after another: pages keep their order, and a weak line is not shared. */
  const inTurn = async (coming: readonly Underway[]): Promise<void> => {
    for (const { key, file } of coming) if (!left.current.has(key)) await send(key, file);
  };
  const bring = (files: readonly File[]): void => {
    const coming = files.map((file) => ({
      key: `${(numbers.current += 1)}`,
      file,
      share: 0,
      state: 'SENDING' as const,
    }));
    setUnderway((all) => [...all, ...coming]);
    void inTurn(coming);
  };
  return {
    papers,
    underway,
    sending: underway.some(({ state }) => state === 'SENDING'),
    pictureOf: (paper) => pictures[paper.id],
    bring,
    cancel: (key) => {
      const stop = stops.current.get(key);
      if (stop) stop.abort();
      else {
        left.current.add(key);
        drop(key);
      }
    },
    retry: (key) => {
      const one = underway.find((each) => each.key === key);
      if (one) void send(key, one.file);
    },
    remove: async (paper) => {
      const gone = await removePaper(paper.id, (path, init) => fetch(path, init));
      if (gone) removed(paper);
      return gone;
    },
  };
}
