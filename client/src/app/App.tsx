import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { BrowserRouter } from 'react-router';
import { ToastProvider } from '../ui/toast/ToastProvider.js';
import { Faces } from './Faces.js';
import { SessionProvider } from './session/SessionProvider.js';

export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <SessionProvider>
        <ToastProvider>
          <BrowserRouter>
            <Faces />
          </BrowserRouter>
        </ToastProvider>
      </SessionProvider>
    </I18nProvider>
  );
}
