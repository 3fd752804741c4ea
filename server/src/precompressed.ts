// Files that the build has compressed already.
import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NextFunction, Request, Response } from 'express';

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** Answers for `/assets/x.js` with `x.js.br` where there is one and the browser takes it; leaves the rest to others. */
export function precompressed(folder: string) {
  const assets = join(folder, 'assets');
  const names = new Set(existsSync(assets) ? readdirSync(assets).filter((name) => name.endsWith('.br')) : []);
  return (request: Request, response: Response, next: NextFunction): void => {
    const name = /^\/assets\/([^/]+)$/.exec(request.path)?.[1] ?? '';
    const type = TYPES[name.split('.').at(-1) ?? ''];
    const takes = request.method === 'GET' && request.acceptsEncodings('br') === 'br';
    if (!type || !takes || !names.has(`${name}.br`)) {
      next();
      return;
    }
    response.vary('Accept-Encoding');
    response.set({
      'Content-Encoding': 'br',
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
    response.sendFile(`${name}.br`, { root: assets, cacheControl: false }, (error) => {
      if (error && !response.headersSent) next(error);
    });
  };
}
