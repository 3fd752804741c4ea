import { askFor, chosenColumns, type Choosable } from './chosen-columns.js';
import { useAddress } from './use-address.js';

const PARAM = 'cols';

export interface ChosenColumns<Column> {
  readonly all: readonly Column[];
  readonly shown: readonly Column[];
  readonly toggle: (key: string) => void;
  /** Back to those that usually stand; undefined where they do. */
  readonly reset: (() => void) | undefined;
}

/** Chosen columns live in the address too, beside the filters: whoever gets it sees the same list. */
export function useChosenColumns<Column extends Choosable>(all: readonly Column[]): ChosenColumns<Column> {
  const [params, change] = useAddress();
  const asked = params.get(PARAM) ?? '';
  const shown = chosenColumns(all, asked);
  const say = (text: string): void =>
    change((next) => {
      if (text === '') next.delete(PARAM);
      else next.set(PARAM, text);
    });
  return {
    all,
    shown,
    toggle: (key) => {
      const keys = new Set(shown.map((column) => column.key));
      if (!keys.delete(key)) keys.add(key);
      say(askFor(all, keys));
    },
    reset: asked === '' ? undefined : () => say(''),
  };
}
