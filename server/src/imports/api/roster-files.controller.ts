import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
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
import type { PersonActor } from '../../platform/access/index.js';
import { MAX_ROSTER_BYTES, ROSTER_KINDS, templateOf } from '../domain/index.js';
import { mayBring } from '../imports-reach.js';
import { ImportReview } from '../import-review.js';
import { RosterImports } from '../roster-imports.js';
import { RosterStaging, type RosterFile, type StageError } from '../roster-staging.js';

type UploadError =
  AccessError | StageError | HeadError | { readonly code: 'ROSTER_KIND_UNKNOWN' } | { readonly code: 'NOT_FOUND' };

/** All that is wrong with the file itself answers 422. */
const STATUS: Readonly<Partial<Record<UploadError['code'], number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CROSS_SITE_REFUSED: 403,
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  ROSTER_KIND_UNKNOWN: 400,
  ROSTER_KIND_NOT_YOURS: 403,
};
const RAW = /^(application\/octet-stream|text\/csv)\s*(;.*)?$/i;

/** Roster files on their way in and their left-out rows on the way back; all else about imports is GraphQL. */
@Controller('files/rosters')
export class RosterFilesController {
  constructor(
    private readonly door: FileDoor,
    private readonly imports: RosterImports,
    private readonly staging: RosterStaging,
    private readonly review: ImportReview,
  ) {}

  @Post()
  async upload(@Req() request: ActorRequest, @Res() response: Response, @Query() query: Asked): Promise<void> {
    const received = await this.#receive(request, query, 'POST /files/rosters');
    if (!received.ok) return refuse(response, received.error);
    const { actor, file } = received.value;
    const staged = await this.imports.stage(actor, file);
    if (!staged.ok) return refuse(response, staged.error);
    response.status(201).json({ batchId: toGlobalId('ImportBatch', staged.value.id) });
  }

  /** What the columns would be read as, so that a person can say otherwise; nothing of the file is kept. */
  @Post('columns')
  async columns(@Req() request: ActorRequest, @Res() response: Response, @Query() query: Asked): Promise<void> {
    const received = await this.#receive(request, query, 'POST /files/rosters/columns');
    if (!received.ok) return refuse(response, received.error);
    const { actor, file } = received.value;
    const preview = await this.staging.preview(actor, file);
    if (!preview.ok) return refuse(response, preview.error);
    response.setHeader('Cache-Control', 'no-store');
    response.status(200).json(preview.value);
  }

  /** An empty list to fill in, with headings in both languages. */
  @Get('template.csv')
  async template(@Req() request: ActorRequest, @Res() response: Response, @Query() query: Asked): Promise<void> {
    const admitted = await this.door.admit(request.actor, ['roster.stage'], 'GET /files/rosters/template.csv');
    if (!admitted.ok) return refuse(response, admitted.error);
    const kind = ROSTER_KINDS.find((known) => known === query.kind);
    if (!kind) return refuse(response, { code: 'ROSTER_KIND_UNKNOWN' });
    if (!mayBring(admitted.value, kind)) return refuse(response, { code: 'ROSTER_KIND_NOT_YOURS' });
    response.setHeader('Content-Disposition', `attachment; filename="${kind.toLowerCase()}.csv"`);
    response.type('text/csv; charset=utf-8').send(templateOf(kind));
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

  async #receive(request: ActorRequest, query: Asked, door: string): Promise<Result<Received, UploadError>> {
    const admitted = await this.door.admit(request.actor, ['roster.stage'], door);
    if (!admitted.ok) return admitted;
    const wrong = wrongHead(request, RAW);
    if (wrong) return err(wrong);
    const kind = ROSTER_KINDS.find((known) => known === query.kind);
    if (!kind) return err({ code: 'ROSTER_KIND_UNKNOWN' });
    const upload = await readUpload(request, () => MAX_ROSTER_BYTES);
    if (upload.kind !== 'WHOLE') return err(tooLarge(request));
    const name = plainName(query.name, 'roster.csv');
    const file = { kind, name, bytes: upload.bytes, sheet: textOf(query.sheet), fields: fieldsOf(query.columns) };
    return ok({ actor: admitted.value, file });
  }
}

/** Parameters of an address come as anything. */
type Asked = Readonly<Record<'kind' | 'name' | 'sheet' | 'columns', unknown>>;
interface Received {
  readonly actor: PersonActor;
  readonly file: RosterFile;
}
const LONGEST_COLUMNS = 4_000;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
/** Fields in the order of the columns, `name,phone,,gender`: a blank one is a column that nobody needs. */
const fieldsOf = (value: unknown): readonly string[] | undefined =>
  typeof value === 'string' && value.length <= LONGEST_COLUMNS ? value.split(',') : undefined;

const tooLarge = (request: ActorRequest): UploadError => ({
  code: 'FILE_TOO_LARGE',
  limit: MAX_ROSTER_BYTES,
  actual: Number(request.header('content-length') ?? MAX_ROSTER_BYTES + 1),
});

function refuse(response: Response, error: UploadError): void {
  response.status(STATUS[error.code] ?? 422).json(error);
}
