import '../../app/theme/mantine.css';
import '../../app/theme/kit.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { schemeManager } from '../../app/theme/scheme.js';
import { cssVariablesResolver, theme } from '../../app/theme/theme.js';

/** The component library with our look. The desk stands in it; a phone page that uses it opens with kitPage. */
export function Kit({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}
