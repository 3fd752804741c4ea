// @ts-check
// The files of a new client feature: a page with its three states, its operations, a pure view with its spec.

/**
 * @param {import('./names.mjs').Names} feature `service-hours`
 * @returns {Record<string, string>}
 */
export function featureFiles(feature) {
  const folder = `client/src/features/${feature.kebab}`;
  return {
    [`${folder}/index.ts`]: `
export { ${feature.camel}Greeting } from './${feature.kebab}-view.js';
`,
    [`${folder}/${feature.kebab}.operations.ts`]: `
import { graphql } from '../../gql/index.js';

export const ${feature.constant} = graphql(\`
  query ${feature.pascal} {
    viewer {
      name
    }
  }
\`);
`,
    [`${folder}/${feature.kebab}-view.ts`]: `
// What the page shows, as a pure function of what was loaded.

/** The name to greet with; undefined where nobody is signed in. */
export function ${feature.camel}Greeting(viewer: { readonly name: string } | null | undefined): string | undefined {
  return viewer?.name.trim() || undefined;
}
`,
    [`${folder}/${feature.kebab}-view.spec.ts`]: `
import { ${feature.camel}Greeting } from './${feature.kebab}-view.js';

describe('${feature.camel}Greeting', () => {
  it.each([[null], [undefined], [{ name: '  ' }]])('greets nobody for %j', (viewer) => {
    expect(${feature.camel}Greeting(viewer)).toBeUndefined();
  });

  it('greets by name', () => {
    expect(${feature.camel}Greeting({ name: '周岚' })).toBe('周岚');
  });
});
`,
    [`${folder}/${feature.pascal}Page.tsx`]: `
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { ${feature.camel}Greeting } from './${feature.kebab}-view.js';
import { ${feature.constant} } from './${feature.kebab}.operations.js';

/** What this page is for, in one sentence. */
export default function ${feature.pascal}Page() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: ${feature.constant} });
  const name = ${feature.camel}Greeting(data?.viewer);
  return (
    <Page title={t\`新的一页\`}>
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : data ? (
        <p>
          <Trans>您好，{name}</Trans>
        </p>
      ) : (
        <LoadingState />
      )}
    </Page>
  );
}
`,
    [`${folder}/locales/en.po`]: `
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: en\\n"

msgid "新的一页"
msgstr "A new page"

msgid "您好，{name}"
msgstr "Hello, {name}"
`,
  };
}
