import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../config/index.js';
import { JobGauge } from '../outbox/job-gauge.js';
import { Metrics } from './metrics.js';
import { ReadinessCheck } from './readiness.js';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** For whoever keeps the platform running: is it alive, may it be sent requests, what does it count. */
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: ReadinessCheck,
    private readonly metrics: Metrics,
    private readonly jobs: JobGauge,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(@Res() response: Response): Promise<void> {
    const readiness = await this.readiness.now();
    response.status(readiness.ready ? 200 : 503).json(readiness);
  }

  @Get('metrics')
  async measured(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!mayReadMetrics(request, this.config.metricsToken)) {
      response.status(403).json({ code: 'FORBIDDEN' });
      return;
    }
    const { counts, oldestDueSeconds } = await this.jobs.now();
    this.metrics.jobsStand(counts, oldestDueSeconds);
    response.type(this.metrics.contentType).send(await this.metrics.text());
  }
}

/** By token where one is set; otherwise from this machine only, and not through a proxy that stands on it. */
function mayReadMetrics(request: Request, token: string | undefined): boolean {
  if (token !== undefined) return sameText(request.get('authorization') ?? '', `Bearer ${token}`);
  const proxied = request.get('x-forwarded-for') ?? request.get('forwarded');
  return proxied === undefined && LOOPBACK.test(request.socket.remoteAddress ?? '');
}

function sameText(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
