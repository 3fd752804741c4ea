// A page that arrives with its words: its code and its catalogues load side by side.
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { needCatalogues, type CatalogueName } from './catalogues.js';

/** `catalogues`: the folders whose words the page shows, its own first; a spec checks that none is forgotten. */
export function lazyPage<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  ...catalogues: readonly CatalogueName[]
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [page] = await Promise.all([load(), needCatalogues(catalogues)]);
    return page;
  });
}
