import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { LIST_NAMES } from '@tongxing/shared/rules';
import { FileDoor } from '../../../platform/files/index.js';
import type { ActorRequest } from '../../../platform/graphql/index.js';
import { ListExport, type ExportWish } from '../list-export.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WHERE = 'GET /files/lists';

/**
 * A list as a workbook, by the same address as its page: `/files/lists/children.xlsx?waiting=true&cols=name,needs`. With
 * `ask=true` it answers only whether the file would come: a browser's own download cannot ask for a second factor.
 */
@Controller('files/lists')
export class ListFileController {
  constructor(
    private readonly exported: ListExport,
    private readonly door: FileDoor,
  ) {}

  @Get(':name')
  async download(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Param('name') name: string,
    @Query() given: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    // A page of another site has nobody's list taken along, even where the file stays on the reader's own machine.
    if (request.header('sec-fetch-site') === 'cross-site') {
      return void response.status(403).json({ code: 'CROSS_SITE_REFUSED' });
    }
    const admitted = await this.door.admit(request.actor, ['list.export'], WHERE);
    if (!admitted.ok) return refuse(response, admitted.error);
    const list = LIST_NAMES.find((one) => `${one.toLowerCase()}.xlsx` === name);
    const source = list && this.exported.find(list);
    if (!list || !source) return void response.status(404).json({ code: 'NOT_FOUND' });
    const reader = await this.door.admit(request.actor, [source.permission], WHERE);
    if (!reader.ok) return refuse(response, reader.error);
    const wish = wishOf(list, given);
    response.setHeader('Cache-Control', 'no-store');
    if (given['ask'] === 'true') {
      const free = await this.exported.mayTake(reader.value, source, wish);
      return void (free.ok ? response.status(204).end() : response.status(403).json(free.error));
    }
    const file = await this.exported.file(reader.value, source, wish);
    if (!file.ok) return void response.status(file.error.code === 'STEP_UP_NEEDED' ? 403 : 422).json(file.error);
    response.setHeader('Content-Type', XLSX);
    response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.value.name)}`);
    // A file that ends early is broken, and says so: it never looks like a shorter list.
    await pipeline(Readable.from(file.value.bytes), response).catch(() => response.destroy());
  }
}

function wishOf(list: ExportWish['list'], given: Readonly<Record<string, unknown>>): ExportWish {
  const texts = Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const filters = new URLSearchParams(texts.filter(([key]) => !['ask', 'cols', 'lang'].includes(key)));
  const text = (key: string) => texts.find(([name]) => name === key)?.[1] ?? '';
  return {
    list,
    filters,
    columns: new Set(text('cols').split(',').filter(Boolean)),
    locale: text('lang') === 'en' ? 'en' : 'zh',
  };
}

function refuse(response: Response, error: { readonly code: string }): void {
  response.status(error.code === 'UNAUTHENTICATED' ? 401 : 403).json(error);
}
