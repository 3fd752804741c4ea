// Loads the catalogues that a lazy page names, for the active language, and again when the language changes.
import { i18n, type Messages } from '@lingui/core';
import { rememberedLocale, rememberLocale, type AppLocale } from './locale.js';

/** A folder with its own words: `features/today`, `faces/agency`. */
export type CatalogueName = `features/${string}` | `faces/${string}` | 'app';

const files = import.meta.glob<{ messages: Messages }>([
  '../locales/en.po',
  '../../features/*/locales/en.po',
  '../../faces/*/locales/en.po',
]);
const pathOf = (name: CatalogueName): string => (name === 'app' ? '../locales/en.po' : `../../${name}/locales/en.po`);

const wanted = new Set<CatalogueName>();
const loaded = new Set<CatalogueName>();

// Chinese stands compiled in the code (build/compile-messages.ts): its catalogue is empty.
i18n.load({ 'zh-CN': {}, en: {} });
i18n.activate('zh-CN');

async function loadEnglish(names: Iterable<CatalogueName>): Promise<void> {
  const missing = [...names].filter((name) => !loaded.has(name));
  await Promise.all(
    missing.map(async (name) => {
      const file = files[pathOf(name)];
      if (!file) return; // the folder holds no words of its own
      i18n.load('en', (await file()).messages);
      loaded.add(name);
    }),
  );
}

/** Resolves once the named catalogues are there for the active language. */
export async function needCatalogues(names: readonly CatalogueName[]): Promise<void> {
  for (const name of names) wanted.add(name);
  if (i18n.locale === 'en') await loadEnglish(names);
}

/** Switches the language with every catalogue that open pages need; `lang` follows. */
export async function activateLocale(locale: AppLocale): Promise<void> {
  rememberLocale(locale);
  await showLocale(locale);
}

/** Shows a language that nobody chose on this device: the default, or the account's. */
export async function showLocale(locale: AppLocale): Promise<void> {
  if (locale === 'en') await loadEnglish(wanted);
  document.documentElement.lang = locale;
  i18n.activate(locale);
}

/** The language of the first paint: remembered, else Chinese. */
export async function startLocale(): Promise<void> {
  wanted.add('app');
  await showLocale(rememberedLocale() ?? 'zh-CN');
}
