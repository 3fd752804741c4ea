// The borders of docs/architecture.md: what may import what. Each rule is proven to bite by infra/borders/borders.spec.ts.
const SPEC = String.raw`\.(spec|int-spec)\.tsx?$`;
/** What starts the whole for a test: databases below the platform, the application beside it. */
const CHANNELS = '^server/src/notifications/channels/';
const HARNESS = '^server/src/(platform/)?testing/';
const MODULE = '^server/src/([^/]+)/';
/** Not modules: the platform beneath them, and the demo and the test harness, which like main.ts see the whole. */
const OTHER_MODULE = '^server/src/(?!platform/|demo/|testing/|commands/)[^/]+/';
/** Functions of their arguments, without state, files or network. */
const PURE_LIBRARIES = '(^|/)(csv-parse|date-fns|@date-fns/tz|fflate|iconv-lite|pinyin-pro|read-excel-file)(/|$)';

module.exports = {
  forbidden: [
    // ---- between the projects
    {
      name: 'shared-stands-alone',
      comment: 'shared runs in browsers and on servers: it imports nothing of the repository, and no framework.',
      severity: 'error',
      from: { path: '^shared/' },
      to: {
        path: '^(server|client|e2e|infra)/|(^|/)(@nestjs|@apollo|@mantine|typeorm|react|react-dom|graphql|urql)(/|$)',
      },
    },
    {
      name: 'shared-is-pure',
      comment: 'What ships to browsers cannot use the modules of Node.',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: SPEC },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-imports-only-shared',
      comment: 'Of the repository, the server imports only shared.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(client|e2e|infra)/' },
    },
    {
      name: 'client-imports-only-shared',
      comment: 'Of the repository, the client imports only shared; what it needs of the server comes through GraphQL.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(server|e2e|infra)/' },
    },
    {
      name: 'no-engine-in-pages',
      comment: 'The matching engine has an entry point of its own, so that no page carries it; its types cost nothing.',
      severity: 'error',
      from: { path: '^client/src/' },
      to: { path: '^shared/(src|dist)/matching/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'e2e-imports-only-shared',
      comment: 'Stories see what people see; of the server they know only how to start one for a test.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(client|infra|server)/', pathNot: HARNESS },
    },
    {
      name: 'shared-through-its-entry-points',
      comment: 'Others import shared by the name of a package (@tongxing/shared/rules), never by a path into it.',
      severity: 'error',
      from: { path: '^(server|client|e2e)/' },
      to: { path: '^shared/', dependencyTypesNot: ['aliased-workspace'] },
    },
    // ---- in the server
    {
      name: 'platform-knows-no-module',
      comment: 'The platform lies beneath the modules. Only its test harness starts the whole.',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: HARNESS },
      to: { path: '^server/src/(?!platform/)' },
    },
    {
      name: 'harness-starts-the-whole-only',
      comment: 'The test harness knows the composition root and the demo, and no module by its insides.',
      severity: 'error',
      from: { path: HARNESS },
      to: { path: OTHER_MODULE, pathNot: '/index\\.ts$' },
    },
    {
      name: 'module-through-index',
      comment: 'A module may import of another only what its index.ts offers.',
      severity: 'error',
      from: { path: MODULE, pathNot: '^server/src/(platform|demo|testing)/' },
      to: { path: OTHER_MODULE, pathNot: ['^server/src/$1/', '^server/src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'nobody-imports-the-root',
      comment:
        'main.ts, app.module.ts, the demo and the commands put the modules together; no module reaches back to them.',
      severity: 'error',
      from: { path: MODULE, pathNot: ['^server/src/(demo|commands)/', HARNESS] },
      to: { path: '^server/src/([^/]+\\.ts$|demo/|commands/)', pathNot: '^server/src/$1/' },
    },
    {
      name: 'nobody-imports-subscribers',
      comment: 'notifications and insight subscribe to events; who imports them would decide when they speak.',
      severity: 'error',
      from: { path: MODULE, pathNot: '^server/src/demo/' },
      to: { path: '^server/src/(notifications|insight)/', pathNot: '^server/src/$1/' },
    },
    {
      name: 'only-the-port-sends',
      comment: 'Mail and SMS leave through the notifier, where the gate is: nothing else holds a channel.',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: [SPEC, String.raw`^server/src/notifications/(notifier|notifications\.module)\.ts$`, CHANNELS],
      },
      to: { path: [String.raw`${CHANNELS}(?!catcher\.ts$)`, '(^|/)nodemailer(/|$)'] },
    },
    {
      name: 'domain-is-pure',
      comment:
        'A decision needs shared, its own neighbours and pure libraries, nothing else: no database, framework or clock.',
      severity: 'error',
      from: { path: '^server/src/([^/]+)/(|.+/)domain/', pathNot: SPEC },
      to: { pathNot: ['^server/src/$1/(|.+/)domain/', '^shared/', PURE_LIBRARIES] },
    },
    {
      name: 'api-asks-the-service',
      comment: 'A resolver calls a service, never a repository or the database; of rows it may name the type only.',
      severity: 'error',
      from: { path: '^server/src/(?!platform/).+/api/', pathNot: SPEC },
      to: {
        path: String.raw`\.(repository|access|entity)\.ts$|(^|/)typeorm(/|$)|^server/src/platform/database/`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'service-knows-no-api',
      comment: 'What happens does not depend on how it was asked for.',
      severity: 'error',
      from: { path: String.raw`^server/src/.*\.(service|repository|access|entity|events)\.ts$` },
      to: { path: '^server/src/.+/api/' },
    },
    {
      name: 'repository-asks-nobody-above',
      comment: 'api → service → repository, never back.',
      severity: 'error',
      from: { path: String.raw`^server/src/(?!platform/).*\.(repository|entity)\.ts$` },
      to: { path: String.raw`\.service\.ts$|^server/src/.+/api/` },
    },
    {
      name: 'testing-stays-in-tests',
      comment: 'The running server carries nothing of the test harness.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: [SPEC, HARNESS] },
      to: { path: HARNESS },
    },
    // ---- in the client
    {
      name: 'features-know-no-face',
      comment: 'faces → features → ui.',
      severity: 'error',
      from: { path: '^client/src/(features|ui)/' },
      to: { path: '^client/src/faces/' },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'faces → features → ui.',
      severity: 'error',
      from: { path: '^client/src/ui/' },
      to: { path: '^client/src/features/' },
    },
    {
      name: 'faces-are-apart',
      comment: 'Each face is a bundle of its own; what two of them need is a feature.',
      severity: 'error',
      from: { path: '^client/src/faces/([^/]+)/' },
      to: { path: '^client/src/faces/', pathNot: '^client/src/faces/$1/' },
    },
    {
      name: 'feature-through-index',
      comment:
        'Of a feature, others import only what its index.ts offers, and its pages, each of which loads by itself.',
      severity: 'error',
      from: { path: '^client/src/(app|faces|features)/([^/]+)/' },
      to: { path: '^client/src/features/', pathNot: ['^client/src/features/$2/', '/(index|[A-Z]\\w*Page)\\.tsx?$'] },
    },
    // ---- everywhere
    {
      name: 'no-circle',
      comment: 'Files that need each other at run time are one file, or one of them knows too much.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|\\?(raw|url)$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^((shared|server|client)/dist|client/src/gql|\\.cache|\\.data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@tongxing/source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
