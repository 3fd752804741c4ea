import { Controller, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RELEASE_AUDIENCES } from '@tongxing/shared/release-check';
import { PeopleNames } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { FileDoor, readUpload, UploadCutOff, UploadSlots, wrongHead } from '../../platform/files/index.js';
import { fromGlobalId, type ActorRequest } from '../../platform/graphql/index.js';
import { MAX_OUTGOING_BYTES } from '../release-check/outgoing.js';
import { OutgoingChecks, type Examined } from '../release-check/outgoing-checks.js';

/** All that is wrong with what was sent answers 422. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CROSS_SITE_REFUSED: 403,
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  AUDIENCE_UNKNOWN: 400,
  BUSY: 503,
};
const RAW = /^(application\/octet-stream|text\/plain)\s*(;.*)?$/i;

/**
 * What is to leave comes as it is and is not kept: `POST /files/checks?audience=DONOR&child=<id>` marks it, and with `seen`
 * notes that whoever sends it has looked at so many marks.
 */
@Controller('files/checks')
export class OutgoingCheckController {
  constructor(
    private readonly door: FileDoor,
    private readonly slots: UploadSlots,
    private readonly checks: OutgoingChecks,
    private readonly names: PeopleNames,
  ) {}

  @Post()
  async check(@Req() request: ActorRequest, @Res() response: Response, @Query() asked: Asked): Promise<void> {
    response.setHeader('Cache-Control', 'private, no-store');
    const admitted = await this.door.admit(request.actor, ['release.check'], 'POST /files/checks');
    if (!admitted.ok) return refuse(response, admitted.error);
    const wrong = wrongHead(request, RAW);
    if (wrong) return refuse(response, wrong);
    const audience = RELEASE_AUDIENCES.find((known) => known === asked.audience);
    if (!audience) return refuse(response, { code: 'AUDIENCE_UNKNOWN' });
    const actor = admitted.value;
    const release = this.slots.take(actor.personId);
    if (!release) return refuse(response, { code: 'BUSY' });
    try {
      const upload = await readUpload(request, () => MAX_OUTGOING_BYTES);
      if (upload.kind !== 'WHOLE') return refuse(response, { code: 'FILE_TOO_LARGE', limit: MAX_OUTGOING_BYTES });
      const sending = { audience, childId: childIn(asked.child) };
      const seen = seenIn(asked.seen);
      const answer =
        seen === undefined
          ? await this.checks.examine(actor, sending, upload.bytes)
          : await this.checks.look(actor, sending, upload.bytes, seen);
      if (!answer.ok) return refuse(response, answer.error);
      response.status(200).json(await this.#said(actor, answer.value));
    } catch (error) {
      if (!(error instanceof UploadCutOff)) throw error;
    } finally {
      release();
    }
  }

  async #said(actor: PersonActor, { form, text, codes, marks, check }: Examined): Promise<object> {
    const people = check ? [check.checkedBy, ...(check.secondBy ? [check.secondBy] : [])] : [];
    const names = await this.names.of(actor.agencyId, people);
    const nameOf = (id: PersonActor['personId'] | undefined) => (id ? (names.get(id) ?? '') : null);
    return {
      ...{ form, text, codes },
      marks: marks.map(({ certainty, ...mark }) => ({ ...mark, sure: certainty === 'SURE' })),
      check: check && {
        ...{ checkedAt: check.checkedAt, secondAt: check.secondAt ?? null, done: check.done },
        checkedBy: nameOf(check.checkedBy),
        secondBy: nameOf(check.secondBy),
        own: check.checkedBy === actor.personId,
      },
    };
  }
}

/** Parameters of an address come as anything. */
type Asked = Readonly<Record<'audience' | 'child' | 'seen', unknown>>;

/** Undefined: about nobody in particular. What is no id is nobody's, and so missing. */
const childIn = (value: unknown): string | undefined =>
  value === undefined || value === ''
    ? undefined
    : (fromGlobalId('Child', typeof value === 'string' ? value : '') ?? '');
const seenIn = (value: unknown): number | undefined =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : undefined;

function refuse(
  response: Response,
  error: { readonly code: string; readonly limit?: number; readonly marks?: number },
) {
  response.status(STATUS[error.code] ?? 422).json(error);
}
