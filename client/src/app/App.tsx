import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { BrowserRouter } from 'react-router';
import { ToastProvider } from '../ui/toast/ToastProvider.js';
import { Faces } from './Faces.js';
import { SessionProvider } from './session/SessionProvider.js';
import { schemeManager } from './theme/scheme.js';
import { cssVariablesResolver, theme } from './theme/theme.js';

export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={schemeManager}
        defaultColorScheme="auto"
      >
        <SessionProvider>
          <ToastProvider>
            <BrowserRouter>
              <Faces />
            </BrowserRouter>
          </ToastProvider>
        </SessionProvider>
      </MantineProvider>
    </I18nProvider>
  );
}
