import { getConfig } from '@lingui/conf';
import { lingui } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vite';
import { assetFileNames, chunkFileNames, codeSplitting } from './build/chunks.ts';
import { compileMessages } from './build/compile-messages.ts';
import { documentsPlugin } from './build/documents-plugin.ts';
import { precompressPlugin } from './build/precompress-plugin.ts';
import { shellPlugin } from './build/shell-plugin.ts';

const linguiConfigPath = path.join(import.meta.dirname, 'lingui.config.ts');
const linguiConfig = getConfig({ configPath: linguiConfigPath });
const SERVER = process.env['TONGXING_SERVER'] ?? 'http://127.0.0.1:3000';

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  // The server's allow-list knows every document of a production build; a development server takes the text.
  plugins: [
    documentsPlugin({ persisted: (process.env['VITE_PERSISTED'] ?? (command === 'build' ? '1' : '0')) === '1' }),
    react(),
    babel({
      // The Chinese source text stays in the bundle: the first language needs no catalogue to be fetched.
      plugins: [['@lingui/babel-plugin-lingui-macro', { stripMessageField: false, linguiConfig }], compileMessages],
      include: /\/client\/src\/.*\.tsx?(?:$|\?)/,
    }),
    lingui({ configPath: linguiConfigPath }),
    precompressPlugin(),
    shellPlugin(),
  ],
  resolve: { conditions: ['@tongxing/source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/graphql': SERVER, '/files': SERVER, '/g/': SERVER } },
  build: {
    outDir: 'dist',
    manifest: 'manifest.json',
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { assetFileNames, chunkFileNames, codeSplitting } },
  },
}));
