import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { fromGlobalId, toGlobalId, type ActorRequest } from '../../platform/graphql/index.js';
import {
  FileDoor,
  plainName,
  readUpload,
  wrongHead,
  type AccessError,
  type HeadError,
} from '../../platform/files/index.js';
import { MAX_ROSTER_BYTES, type RosterKind, type RosterProblem } from '../domain/index.js';
import { ImportReview } from '../import-review.js';
import { RosterImports } from '../roster-imports.js';

type UploadError =
  AccessError | RosterProblem | HeadError | { readonly code: 'ROSTER_KIND_UNKNOWN' } | { readonly code: 'NOT_FOUND' };

/** All that is wrong with the file itself answers 422. */
const STATUS: Readonly<Partial<Record<UploadError['code'], number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CROSS_SITE_REFUSED: 403,
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  ROSTER_KIND_UNKNOWN: 400,
};
const KINDS: readonly RosterKind[] = ['VOLUNTEERS', 'CHILDREN'];
const RAW = /^(application\/octet-stream|text\/csv)\s*(;.*)?$/i;

/** Roster files on their way in and their left-out rows on the way back; all else about imports is GraphQL. */
@Controller('files/rosters')
export class RosterFilesController {
  constructor(
    private readonly door: FileDoor,
    private readonly imports: RosterImports,
    private readonly review: ImportReview,
  ) {}

  @Post()
  async upload(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Query('kind') kindName: unknown,
    @Query('name') name: unknown,
    @Query('sheet') sheetName: unknown,
  ): Promise<void> {
    const admitted = await this.door.admit(request.actor, ['roster.stage'], 'POST /files/rosters');
    if (!admitted.ok) return refuse(response, admitted.error);
    const wrong = wrongHead(request, RAW);
    if (wrong) return refuse(response, wrong);
    const kind = KINDS.find((known) => known === kindName);
    if (!kind) return refuse(response, { code: 'ROSTER_KIND_UNKNOWN' });
    const sheet = typeof sheetName === 'string' && sheetName !== '' ? sheetName : undefined;
    const upload = await readUpload(request, () => MAX_ROSTER_BYTES);
    if (upload.kind !== 'WHOLE') return refuse(response, tooLarge(request));
    const file = { kind, name: plainName(name, 'roster.csv'), bytes: upload.bytes, sheet };
    const staged = await this.imports.stage(admitted.value, file);
    if (!staged.ok) return refuse(response, staged.error);
    response.status(201).json({ batchId: toGlobalId('ImportBatch', staged.value.id) });
  }

  @Get(':id/bad.csv')
  async leftOut(@Req() request: ActorRequest, @Res() response: Response, @Param('id') globalId: string): Promise<void> {
    const admitted = await this.door.admit(request.actor, ['roster.stage'], 'GET /files/rosters/bad.csv');
    if (!admitted.ok) return refuse(response, admitted.error);
    const file = await this.review.leftOutCsv(admitted.value, fromGlobalId('ImportBatch', globalId) ?? '');
    if (!file) return refuse(response, { code: 'NOT_FOUND' });
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
    response.type('text/csv; charset=utf-8').send(file.text);
  }
}

const tooLarge = (request: ActorRequest): UploadError => ({
  code: 'FILE_TOO_LARGE',
  limit: MAX_ROSTER_BYTES,
  actual: Number(request.header('content-length') ?? MAX_ROSTER_BYTES + 1),
});

function refuse(response: Response, error: UploadError): void {
  response.status(STATUS[error.code] ?? 422).json(error);
}
