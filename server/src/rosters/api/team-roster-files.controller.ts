import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import { INSURANCE_REASONS, LIST_FORMATS } from '@tongxing/shared/rules';
import type { Response } from 'express';
import { MAX_ROSTER_BYTES } from '../../imports/index.js';
import { FileDoor, fromOurPages, readUpload, wrongHead } from '../../platform/files/index.js';
import { fromGlobalId, type ActorRequest } from '../../platform/graphql/index.js';
import { ColleagueInvites } from '../colleague-invites.js';
import { leftOutCsv } from '../colleague-rows.js';
import { RosterLists, type ListWish } from '../roster-lists.js';

const WHERE = 'POST /files/team-rosters';
const RAW = /^(application\/octet-stream|text\/csv)\s*(;.*)?$/i;
/** All that is wrong with the file itself, or with the roster, answers 422. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CROSS_SITE_REFUSED: 403,
  STEP_UP_NEEDED: 403,
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
};
type Asked = Readonly<Record<string, unknown>>;

/** Files of a team's roster: the company's list of colleagues on its way in, names and insurance on their way out. */
@Controller('files/team-rosters')
export class TeamRosterFilesController {
  constructor(
    private readonly door: FileDoor,
    private readonly invites: ColleagueInvites,
    private readonly lists: RosterLists,
  ) {}

  /** `?send=true` sends the link to everybody whose row is right; without it the answer says what would happen. */
  @Post(':id/colleagues')
  async colleagues(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Query() asked: Asked,
  ): Promise<void> {
    const admitted = await this.door.admit(request.actor, ['teamRoster.keep'], `${WHERE}/colleagues`);
    if (!admitted.ok) return refuse(response, admitted.error);
    const wrong = wrongHead(request, RAW);
    if (wrong) return refuse(response, wrong);
    const upload = await readUpload(request, () => MAX_ROSTER_BYTES);
    if (upload.kind !== 'WHOLE') return refuse(response, { code: 'FILE_TOO_LARGE', limit: MAX_ROSTER_BYTES });
    const [actor, bookingId] = [admitted.value, rowOf(id)];
    const { locale } = wishOf(asked);
    const outcome =
      asked['send'] === 'true'
        ? await this.invites.send(actor, bookingId, upload.bytes, locale === 'en' ? 'en' : 'zh-CN')
        : await this.invites.look(actor, bookingId, upload.bytes);
    if (!outcome.ok) return refuse(response, outcome.error);
    const { rows, leftOut } = outcome.value;
    response.setHeader('Cache-Control', 'no-store');
    response.status(200).json({
      people: rows.length,
      leftOut: leftOut.map(({ line, cells, reasons }) => ({ line, name: cells.name, reasons })),
      leftOutFile: leftOut.length > 0 ? leftOutCsv(leftOut, locale) : null,
    });
  }

  @Post(':id/insurance')
  async insurance(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Query() asked: Asked,
  ): Promise<void> {
    if (!fromOurPages(request)) return refuse(response, { code: 'CROSS_SITE_REFUSED' });
    const admitted = await this.door.admit(request.actor, ['teamRoster.insure'], `${WHERE}/insurance`);
    if (!admitted.ok) return refuse(response, admitted.error);
    const reason = INSURANCE_REASONS.find((one) => one === asked['reason']);
    if (!reason) return refuse(response, { code: 'REASON_MISSING' });
    return answer(response, await this.lists.insurance(admitted.value, rowOf(id), reason, wishOf(asked)));
  }

  @Post(':id/names')
  async names(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Query() asked: Asked,
  ): Promise<void> {
    if (!fromOurPages(request)) return refuse(response, { code: 'CROSS_SITE_REFUSED' });
    const admitted = await this.door.admit(request.actor, ['teamRoster.read'], `${WHERE}/names`);
    if (!admitted.ok) return refuse(response, admitted.error);
    return answer(response, await this.lists.names(admitted.value, rowOf(id), wishOf(asked)));
  }
}

const rowOf = (id: string): string => fromGlobalId('TeamBooking', id) ?? '';
const wishOf = (asked: Asked): ListWish => ({
  format: LIST_FORMATS.find((one) => one === asked['format']) ?? 'xlsx',
  locale: asked['lang'] === 'en' ? 'en' : 'zh',
});

async function answer(response: Response, outcome: Awaited<ReturnType<RosterLists['insurance']>>): Promise<void> {
  if (!outcome.ok) return refuse(response, outcome.error);
  const { name, type, bytes } = outcome.value;
  response.status(200);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  // A file that ends early is broken, and says so: it never looks like a shorter list.
  await pipeline(Readable.from(bytes), response).catch(() => response.destroy());
}

function refuse(response: Response, error: { readonly code: string; readonly limit?: number }): void {
  response.status(STATUS[error.code] ?? 422).json(error);
}
