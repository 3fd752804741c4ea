// The built client: its files, and its page for every address that is not the server's own.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { readClientPage } from './client-page.js';
import { precompressed } from './precompressed.js';
import { sessionToken } from './platform/auth/index.js';

const HERE = dirname(fileURLToPath(import.meta.url));
/** The built client stands beside the server, whether it runs from `dist` or from `src`. */
const CLIENT = resolve(HERE, '../../client/dist');
// A file of an earlier build is missing, not a page: an open tab then learns that it should reload.
const SERVER_PATHS = /^\/(graphql|files|g|u|inbox|calendar|sso|healthz|readyz|metrics|assets)(\/|$)/;

/** Serves the client ahead of Nest's own routes, which answer 404 for whatever they do not know. */
export function serveClient(app: NestExpressApplication): void {
  const pageOf = readClientPage(CLIENT);
  if (!pageOf) return;
  const setHeaders = (response: Response, file: string) =>
    response.setHeader('Cache-Control', file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  app.use(precompressed(CLIENT));
  app.use(express.static(CLIENT, { index: false, dotfiles: 'ignore', setHeaders }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage = request.method === 'GET' && request.accepts('html') && !SERVER_PATHS.test(request.path);
    if (!isPage) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    // Whether a session is claimed decides what the page asks early; whether it holds, only the answers do.
    response.vary('Cookie');
    response.type('html').send(pageOf(request.path, sessionToken(request.headers.cookie) !== undefined));
  });
}
