import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { fromGlobalId, toGlobalId, type ActorRequest } from '../../platform/graphql/index.js';
import { MAX_ROSTER_BYTES, type RosterKind, type RosterProblem } from '../domain/index.js';
import { FileAccess, type AccessError } from '../file-access.js';
import { ImportReview } from '../import-review.js';
import { RosterImports } from '../roster-imports.js';
import { readUpload } from './read-upload.js';

type UploadError =
  | AccessError
  | RosterProblem
  | { readonly code: 'CROSS_SITE_REFUSED' }
  | { readonly code: 'UNSUPPORTED_MEDIA_TYPE' }
  | { readonly code: 'ROSTER_KIND_UNKNOWN' }
  | { readonly code: 'NOT_FOUND' };

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
    private readonly access: FileAccess,
    private readonly imports: RosterImports,
    private readonly review: ImportReview,
  ) {}

  @Post()
  async upload(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Query('kind') kindName: unknown,
    @Query('name') name: unknown,
  ): Promise<void> {
    const admitted = await this.access.admit(request.actor, 'roster.stage', 'POST /files/rosters');
    if (!admitted.ok) return refuse(response, admitted.error);
    const wrong = wrongHead(request);
    if (wrong) return refuse(response, wrong);
    const kind = KINDS.find((known) => known === kindName);
    if (!kind) return refuse(response, { code: 'ROSTER_KIND_UNKNOWN' });
    const bytes = await readUpload(request, MAX_ROSTER_BYTES);
    if (!bytes) return refuse(response, tooLarge(request));
    const staged = await this.imports.stage(admitted.value, { kind, name: plainName(name), bytes });
    if (!staged.ok) return refuse(response, staged.error);
    response.status(201).json({ batchId: toGlobalId('ImportBatch', staged.value.id) });
  }

  @Get(':id/bad.csv')
  async leftOut(@Req() request: ActorRequest, @Res() response: Response, @Param('id') globalId: string): Promise<void> {
    const admitted = await this.access.admit(request.actor, 'roster.stage', 'GET /files/rosters/bad.csv');
    if (!admitted.ok) return refuse(response, admitted.error);
    const file = await this.review.leftOutCsv(admitted.value, fromGlobalId('ImportBatch', globalId) ?? '');
    if (!file) return refuse(response, { code: 'NOT_FOUND' });
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
    response.type('text/csv; charset=utf-8').send(file.text);
  }
}

/** A form of another site can send neither this header nor this type without asking first (CSRF). */
function wrongHead(request: ActorRequest): UploadError | undefined {
  const fromOurPages =
    request.header('x-tongxing-client') !== undefined && request.header('sec-fetch-site') !== 'cross-site';
  if (!fromOurPages) return { code: 'CROSS_SITE_REFUSED' };
  const plain = (request.header('content-encoding') ?? 'identity') === 'identity';
  return plain && RAW.test(request.header('content-type') ?? '') ? undefined : { code: 'UNSUPPORTED_MEDIA_TYPE' };
}

const tooLarge = (request: ActorRequest): UploadError => ({
  code: 'FILE_TOO_LARGE',
  limit: MAX_ROSTER_BYTES,
  actual: Number(request.header('content-length') ?? MAX_ROSTER_BYTES + 1),
});

/** The last part of a path, without control characters; something to call it where there is no name. */
function plainName(name: unknown): string {
  const last = typeof name === 'string' ? (name.split(/[\\/]/).at(-1) ?? '') : '';
  return last.replace(/\p{Cc}/gu, '').trim() || 'roster.csv';
}

function refuse(response: Response, error: UploadError): void {
  response.status(STATUS[error.code] ?? 422).json(error);
}
