// How the build is cut into files. Each file costs a phone a round trip, and a server without HTTP/2 six at a time:
// a first visit loads a handful, not fifty.
import type { Rolldown } from 'vite';

/** The entry stays a file of its own, by which the manifest and the page know it. */
const NOT_THE_ENTRY = /^(?!.*\/client\/(?:index\.html|src\/app\/main\.tsx))/;
const SHELL =
  /\/client\/src\/(?:gql|app\/session|app\/i18n|app\/graphql|ui\/(?:badge|button|drawings|facts|format|mark|page|states|story|words|shell(?!\/desk)))\//;
const FORMS = /\/client\/src\/ui\/(?:fields|form)\/|\/node_modules\/react-hook-form\//;
const KIT = /\/node_modules\/@mantine\/|\/client\/src\/ui\/kit\//;
const ICONS = /\/node_modules\/@tabler\//;
const OWN = /\/(?:client|shared)\/src\//;

export const codeSplitting: Rolldown.CodeSplittingOptions = {
  groups: [
    // What every page needs: React, router, GraphQL, words, session.
    { name: 'core', tags: ['$initial'], test: NOT_THE_ENTRY, priority: 4 },
    // Frame and common parts of the pages.
    { name: 'parts', test: SHELL, minShareCount: 2, priority: 3 },
    { name: 'forms', test: FORMS, priority: 2 },
    // The component library, by who needs what of it: the desk most, a phone page with one control little.
    { name: 'kit', test: KIT, entriesAware: true, entriesAwareMergeThreshold: 12_000, priority: 1 },
    { name: 'icons', test: ICONS, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 3_000 },
    { name: 'shared', test: OWN, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 5_000 },
  ],
};

/** Short names: the groups' own ones list everything that needs them. */
const shortName = (name = 'file'): string => name.split('~')[0] ?? name;

export const chunkFileNames = ({ name }: { readonly name: string }): string => `assets/${shortName(name)}-[hash].js`;

export const assetFileNames = ({ names }: { readonly names: readonly string[] }): string => {
  const [name = ''] = names;
  return name.includes('~') ? `assets/${shortName(name)}-[hash][extname]` : 'assets/[name]-[hash][extname]';
};
