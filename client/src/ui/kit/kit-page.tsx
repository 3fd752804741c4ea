// A page of the phone and public faces that uses the component library: the library comes with the page, not before.
import type { ComponentType, LazyExoticComponent } from 'react';
import type { CatalogueName } from '../../app/i18n/catalogues.js';
import { lazyPage } from '../../app/i18n/lazy-page.js';

/** As lazyPage. Prefer `ui/fields` and `ui/button`: they weigh a tenth. */
export function kitPage<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  ...catalogues: readonly CatalogueName[]
): LazyExoticComponent<ComponentType<Props>> {
  return lazyPage(
    async () => {
      const [{ default: Page }, { Kit }] = await Promise.all([load(), import('./Kit.js')]);
      const PageInKit = (props: Props) => (
        <Kit>
          <Page {...props} />
        </Kit>
      );
      return { default: PageInKit };
    },
    ...catalogues,
  );
}
