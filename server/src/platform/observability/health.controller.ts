import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../config/index.js';
import { JobGauge } from '../outbox/job-gauge.js';
import { mayReadMetrics } from './metrics-access.js';
import { Metrics } from './metrics.js';
import { ReadinessCheck } from './readiness.js';

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
