import { readFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Response } from 'express';
import helmet from 'helmet';
import { AppModule } from './app.module.js';
import { Sessions, sessionToken } from './platform/auth/index.js';
import type { Clock } from './platform/clock/index.js';
import type { Config } from './platform/config/index.js';
import type { ActorRequest } from './platform/graphql/index.js';
import { Log, Metrics, NestLog, requestLog } from './platform/observability/index.js';
import { serveClient } from './serve-client.js';

/** The whole application, ready to listen; used by the server, the commands and the tests alike. */
export async function createApp(config: Config, clock: Clock): Promise<NestExpressApplication> {
  const tls = config.tls && { cert: readFileSync(config.tls.cert), key: readFileSync(config.tls.key) };
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, clock), {
    bodyParser: false,
    abortOnError: false,
    logger: new NestLog(new Log(config.logLevel)),
    ...(tls ? { httpsOptions: tls } : {}),
  });
  if (config.trustProxy) app.set('trust proxy', 1);
  app.disable('x-powered-by');
  app.use(requestLog(app.get(Log), app.get(Metrics)));
  app.use(helmet({ contentSecurityPolicy: contentSecurityPolicy(config), strictTransportSecurity: Boolean(tls) }));
  app.use(compression());
  app.use(actorMiddleware(app.get(Sessions)));
  serveClient(app);
  await app.init();
  return app;
}

function contentSecurityPolicy(config: Config) {
  return {
    directives: {
      defaultSrc: ["'self'"],
      // The component library writes style attributes; scripts come from our own files only.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"],
      frameAncestors: ["'none'"],
      upgradeInsecureRequests: config.publicUrl.startsWith('https:') ? [] : null,
    },
  };
}

/** Puts the actor of the session's cookie on the request, for GraphQL and files alike. */
function actorMiddleware(sessions: Sessions) {
  return (request: ActorRequest, _response: Response, next: NextFunction): void => {
    const token = sessionToken(request.headers.cookie);
    if (!token) {
      next();
      return;
    }
    sessions.actorOf(token).then((actor) => {
      request.actor = actor;
      next();
    }, next);
  };
}
