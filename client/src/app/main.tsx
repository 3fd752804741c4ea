import './theme/tokens.css';
import './theme/base.css';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';
import { startLocale } from './i18n/catalogues.js';
import { keepShell } from './offline-shell.js';

const root = document.getElementById('root');
if (!root) throw new Error('BUG: index.html has no #root');

await startLocale();
// In slices: a slow phone answers to touch in between.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
keepShell();
