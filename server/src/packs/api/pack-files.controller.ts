import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Permission } from '@tongxing/shared/permissions';
import type { Response } from 'express';
import type { PersonActor } from '../../platform/access/index.js';
import { FileDoor } from '../../platform/files/index.js';
import { fromGlobalId, type ActorRequest } from '../../platform/graphql/index.js';
import { writePdf } from '../../platform/pdf/index.js';
import { Certificates } from '../certificates.js';
import { Impact } from '../impact.js';
import { impactSheet, impactWorkbook } from '../impact-sheet.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A team's year as `/files/impact/<team>/<year>/report.pdf`, and a certificate as `/files/certificates/<id>/service.pdf`. */
@Controller('files')
export class PackFilesController {
  constructor(
    private readonly door: FileDoor,
    private readonly impact: Impact,
    private readonly certificates: Certificates,
  ) {}

  @Get('impact/:team/:year/:name')
  async report(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Param() { team, year, name }: { readonly team: string; readonly year: string; readonly name: string },
    @Query('lang') lang: unknown,
  ): Promise<void> {
    const actor = await this.#admit(request, response, ['pack.readAsTeam'], 'GET /files/impact');
    if (!actor) return;
    const language = lang === 'en' ? 'en' : 'zh-CN';
    const wanted = name === 'report.pdf' || name === 'report.xlsx';
    const teamId = fromGlobalId('VolunteerTeam', team) ?? '';
    const view = wanted && /^\d{4}$/.test(year) ? await this.impact.find(actor, teamId, Number(year)) : undefined;
    if (!view) return void response.status(404).json({ code: 'NOT_FOUND' });
    response.setHeader('Content-Disposition', `attachment; filename="impact-${year}.${name.slice(7)}"`);
    if (name === 'report.pdf') {
      return void response.type('application/pdf').send(await writePdf(impactSheet(view, language)));
    }
    response.setHeader('Content-Type', XLSX);
    response.send(await impactWorkbook(view, language));
  }

  @Get('certificates/:id/service.pdf')
  async certificate(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Query('lang') lang: unknown,
  ): Promise<void> {
    const needed = ['pack.readAsTeam', 'pack.readOwn'] as const;
    const actor = await this.#admit(request, response, needed, 'GET /files/certificates');
    if (!actor) return;
    const row = fromGlobalId('TeamPackLine', id) ?? '';
    const taken = await this.certificates.take(actor, row, lang === 'en' ? 'en' : 'zh-CN');
    if (!taken) return void response.status(404).json({ code: 'NOT_FOUND' });
    response.setHeader('Content-Disposition', `attachment; filename="${taken.name}"`);
    response.type('application/pdf').send(taken.bytes);
  }

  /** Answers the refusal itself where there is one. */
  async #admit(
    request: ActorRequest,
    response: Response,
    needed: readonly [Permission, ...Permission[]],
    where: string,
  ): Promise<PersonActor | undefined> {
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.header('sec-fetch-site') === 'cross-site') {
      response.status(403).json({ code: 'CROSS_SITE_REFUSED' });
      return undefined;
    }
    const admitted = await this.door.admit(request.actor, needed, where);
    if (admitted.ok) return admitted.value;
    response.status(admitted.error.code === 'UNAUTHENTICATED' ? 401 : 403).json(admitted.error);
    return undefined;
  }
}
