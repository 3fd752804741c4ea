import { pipeline } from 'node:stream/promises';
import { Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Permission } from '@tongxing/shared/permissions';
import type { PersonActor } from '../../platform/access/index.js';
import {
  byteLimit,
  FILE_KINDS,
  FileDoor,
  fromOurPages,
  isHeic,
  kindOf,
  plainName,
  readUpload,
  UploadCutOff,
  UploadSlots,
  wrongHead,
  type AccessError,
  type FileKind,
  type HeadError,
} from '../../platform/files/index.js';
import { fromGlobalId, toGlobalId, type ActorRequest } from '../../platform/graphql/index.js';
import { Documents, type BringError, type Kept, type OpenedPaper, type RemoveError } from '../documents.js';
import { Purposes, type Place, type PurposeRules } from '../purposes.js';

type FileError =
  | AccessError
  | HeadError
  | BringError
  | RemoveError
  | { readonly code: 'PURPOSE_UNKNOWN' }
  | { readonly code: 'BUSY' }
  | { readonly code: 'FILE_EMPTY' }
  | { readonly code: 'FILE_TOO_LARGE'; readonly limit: number }
  | { readonly code: 'FILE_KIND_REFUSED'; readonly accepted: readonly FileKind[]; readonly found?: 'HEIC' };

/** All that is wrong with the file itself answers 422. */
const STATUS: Readonly<Partial<Record<FileError['code'], number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CROSS_SITE_REFUSED: 403,
  NOT_FOUND: 404,
  TOO_MANY_FILES: 409,
  PAPER_STANDS: 409,
  FILE_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  FILE_KIND_REFUSED: 415,
  PURPOSE_UNKNOWN: 400,
  BUSY: 503,
};
const RAW = /^application\/octet-stream\s*(;.*)?$/i;
const MEDIA_TYPE = { IMAGE: 'image/jpeg', PDF: 'application/pdf' } as const;
/** A file that somebody brought in may run nothing and load nothing, wherever it is opened. */
const MUTE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Papers on their way in and out; what hangs on them is GraphQL. */
@Controller('files')
export class PaperFilesController {
  constructor(
    private readonly door: FileDoor,
    private readonly slots: UploadSlots,
    private readonly purposes: Purposes,
    private readonly documents: Documents,
  ) {}

  @Post()
  async bring(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Query('for') subject: unknown,
    @Query('purpose') purpose: unknown,
    @Query('name') name: unknown,
    @Query('record') record: unknown,
  ): Promise<void> {
    const rules = this.purposes.get(purpose);
    // Somebody who is not signed in is told so first, whatever they ask for.
    const permissions: readonly [Permission] = [rules?.write ?? 'account.own'];
    const admitted = await this.door.admit(request.actor, permissions, 'POST /files');
    if (!admitted.ok) return refuse(response, admitted.error);
    const wrong = wrongHead(request, RAW);
    if (wrong) return refuse(response, wrong);
    if (!rules) return refuse(response, { code: 'PURPOSE_UNKNOWN' });
    const place = await this.#placeFor(admitted.value, rules, subject, record);
    if (!place) return refuse(response, { code: 'NOT_FOUND' });
    const release = this.slots.take(admitted.value.personId);
    if (!release) return refuse(response, { code: 'BUSY' });
    try {
      await this.#receive(request, response, admitted.value, place, plainName(name, 'file'));
    } catch (error) {
      if (!(error instanceof UploadCutOff)) throw error;
    } finally {
      release();
    }
  }

  @Get(':id')
  async open(@Req() request: ActorRequest, @Res() response: Response, @Param('id') globalId: string): Promise<void> {
    const [first = 'account.own', ...others] = this.purposes.readPermissions;
    const admitted = await this.door.admit(request.actor, [first, ...others], 'GET /files');
    if (!admitted.ok) return refuse(response, admitted.error);
    const opened = await this.documents.open(admitted.value, fromGlobalId('StoredFile', globalId) ?? '');
    if (!opened.ok) return refuse(response, opened.error);
    await send(response, opened.value);
  }

  @Delete(':id')
  async remove(@Req() request: ActorRequest, @Res() response: Response, @Param('id') globalId: string): Promise<void> {
    const [first = 'account.own', ...others] = this.purposes.readPermissions;
    const admitted = await this.door.admit(request.actor, [first, ...others], 'DELETE /files');
    if (!admitted.ok) return refuse(response, admitted.error);
    if (!fromOurPages(request)) return refuse(response, { code: 'CROSS_SITE_REFUSED' });
    const removed = await this.documents.remove(admitted.value, fromGlobalId('StoredFile', globalId) ?? '');
    if (!removed.ok) return refuse(response, removed.error);
    response.status(204).end();
  }

  /** With a record: the paper comes later than what it proves. */
  #placeFor(actor: PersonActor, rules: PurposeRules, subject: unknown, record: unknown): Promise<Place | undefined> {
    const subjectId = rowIn(rules.subjectType, subject);
    if (record === undefined) return this.purposes.place(actor, 'write', rules, subjectId);
    const recordId = rules.proves ? rowIn(rules.proves.recordType, record) : '';
    return this.purposes.latePlace(actor, rules, subjectId, recordId);
  }

  async #receive(
    request: ActorRequest,
    response: Response,
    actor: PersonActor,
    place: Place,
    name: string,
  ): Promise<void> {
    const upload = await readUpload(request, (head) => {
      const kind = kindOf(head);
      return kind && byteLimit(kind);
    });
    if (upload.kind === 'TOO_LARGE') return refuse(response, { code: 'FILE_TOO_LARGE', limit: upload.limit });
    const kind = upload.kind === 'WHOLE' ? kindOf(upload.bytes) : undefined;
    if (upload.kind === 'UNWANTED' || !kind) {
      return refuse(response, unwanted(upload.kind === 'UNWANTED' ? upload.head : upload.bytes));
    }
    const brought = await this.documents.bring(actor, place, { name, kind, bytes: upload.bytes });
    if (!brought.ok) return refuse(response, brought.error);
    response.status(201).setHeader('Cache-Control', 'private, no-store').json(toPaper(brought.value));
  }
}

const rowIn = (type: string, globalId: unknown): string =>
  fromGlobalId(type, typeof globalId === 'string' ? globalId : '') ?? '';

function unwanted(head: Buffer): FileError {
  if (head.length === 0) return { code: 'FILE_EMPTY' };
  return { code: 'FILE_KIND_REFUSED', accepted: FILE_KINDS, ...(isHeic(head) ? { found: 'HEIC' as const } : {}) };
}

const toPaper = ({ id, name, kind, byteCount }: Kept) => {
  const globalId = toGlobalId('StoredFile', id);
  return { id: globalId, path: `/files/${globalId}`, name, kind, bytes: byteCount };
};

async function send(response: Response, paper: OpenedPaper): Promise<void> {
  const how = paper.kind === 'IMAGE' ? 'inline' : 'attachment';
  response.setHeader('Content-Type', MEDIA_TYPE[paper.kind]);
  response.setHeader('Content-Length', paper.byteCount);
  response.setHeader('Content-Disposition', `${how}; filename*=UTF-8''${encodeURIComponent(paper.name)}`);
  response.setHeader('Content-Security-Policy', MUTE);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'private, no-store');
  await pipeline(paper.bytes, response).catch((error: unknown) => {
    // Whoever asked has gone; a file that is not genuine has already broken the line, short of its length.
    if (!isGone(error)) throw error;
  });
}

const isGone = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

function refuse(response: Response, error: FileError): void {
  response.status(STATUS[error.code] ?? 422).json(error);
}
