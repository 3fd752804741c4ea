import { readFileSync } from 'node:fs';
import { IncomingMessage, ServerResponse, type Server } from 'node:http';
import { Socket } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Response } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import { AppModule } from './app.module.js';
import type { Clock } from './platform/clock/index.js';
import type { Config } from './platform/config/index.js';
import { inFront, RequestActors, type ActorRequest } from './platform/graphql/index.js';
import { Log, Metrics, NestLog, requestLog, RequestsUnderWay, routeOf } from './platform/observability/index.js';
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
  app.use(compression());
  // Before the actor is read: files and pages are the same for everybody, and need no statement.
  serveClient(app);
  app.use(actorMiddleware(app.get(RequestActors)));
  try {
    await app.init();
  } catch (refusal) {
    // A start that is refused closes what it has opened.
    await app.close();
    throw refusal;
  }
  guardAll(app, { contentSecurityPolicy: contentSecurityPolicy(config), strictTransportSecurity: Boolean(tls) });
  return app;
}

/** What holds for every answer, whoever gives it: a line in the log, a measurement, the heads that browsers obey. */
function guardAll(app: NestExpressApplication, heads: HelmetOptions): void {
  const log = requestLog(app.get(Log), app.get(Metrics));
  const requests = app.get(RequestsUnderWay);
  const securityHeads = Object.entries(headsOf(heads));
  inFront(app.getHttpServer() as Server, (next) => (request, response) => {
    log(request, response);
    if (routeOf(request.url ?? '') === '/graphql') response.once('close', requests.begin());
    for (const [name, value] of securityHeads) response.setHeader(name, value);
    next(request, response);
  });
}

/** The same for every request, so they are worked out once. */
function headsOf(options: HelmetOptions): Record<string, string> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  let ready = false;
  helmet(options)(request, response, (error?: unknown) => {
    ready = error === undefined;
  });
  if (!ready) throw new Error('BUG: security heads that differ by request');
  const heads = Object.entries(response.getHeaders());
  return Object.fromEntries(heads.map(([name, value]) => [name, String(value)]));
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

/** Puts the actor of the session's cookie on a request to a controller; operations are answered before it. */
function actorMiddleware(actors: RequestActors) {
  return (request: ActorRequest, _response: Response, next: NextFunction): void => {
    actors.actorOf(request).then((actor) => {
      // Whoever still has to set up a second factor is nobody here: files and downloads are not part of that.
      request.actor = actor?.kind === 'person' && actor.heldBack ? undefined : actor;
      next();
    }, next);
  };
}
