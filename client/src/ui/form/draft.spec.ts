import { dropAllDrafts, dropDraft, keepDraft, readDraft, type DraftStore } from './draft.js';

function memory(): DraftStore & { readonly all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  };
}
const refusing: DraftStore = {
  getItem: () => {
    throw new Error('storage is off');
  },
  setItem: () => {
    throw new Error('storage is off');
  },
  removeItem: () => {
    throw new Error('storage is off');
  },
};

describe('drafts', () => {
  it('never writes a secret field', () => {
    const store = memory();
    keepDraft(store, 'setup', { agencyName: '晨光', password: 'a secret' }, ['password']);
    expect([...store.all.values()].join()).not.toContain('a secret');
    expect(readDraft(store, 'setup')).toEqual({ agencyName: '晨光' });
  });

  it('stands still where the browser refuses storage', () => {
    expect(() => keepDraft(refusing, 'setup', { a: 1 }, [])).not.toThrow();
    expect(() => dropDraft(refusing, 'setup')).not.toThrow();
    expect(readDraft(refusing, 'setup')).toEqual({});
  });

  it.each(['not json', '[1]', 'null', '"text"'])('reads %s as no draft', (kept) => {
    const store = memory();
    store.setItem('tongxing.draft.setup', kept);
    expect(readDraft(store, 'setup')).toEqual({});
  });

  it('are all gone once somebody signs out, and nothing else is', () => {
    const store = memory();
    store.setItem('tongxing.locale', 'en');
    keepDraft(store, 'end.1', { reason: '说不上来' }, []);
    keepDraft(store, 'plan.2', { goal: '一起读书' }, []);
    const keys = () => [...store.all.keys()];
    dropAllDrafts({ length: keys().length, key: (index) => keys()[index] ?? null, removeItem: store.removeItem });
    expect(keys()).toEqual(['tongxing.locale']);
  });

  it('is gone once the form was sent', () => {
    const store = memory();
    keepDraft(store, 'setup', { agencyName: '晨光' }, []);
    dropDraft(store, 'setup');
    expect(readDraft(store, 'setup')).toEqual({});
  });
});
