// Between the resolver and the service: ids, and the schema's form of each outcome.
import { Injectable } from '@nestjs/common';
import { assertUnreachable } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../../platform/access/index.js';
import { sessionToken } from '../../../platform/auth/index.js';
import { fromGlobalId, make, toCommonPayload, type GraphqlContext } from '../../../platform/graphql/index.js';
import { StoppedAccounts } from '../stopped-accounts.js';
import { WorkStops, type StopError } from '../work-stops.js';
import {
  PausedAccountType,
  StopRefused,
  toStanding,
  type ResumeWorkInput,
  type StopWorkInput,
  type StopWorkResult,
  type WorkStandingType,
} from './work-stop.types.js';

@Injectable()
export class WorkStopApi {
  constructor(
    private readonly stops: WorkStops,
    private readonly accounts: StoppedAccounts,
  ) {}

  async standing(actor: PersonActor, personId: string): Promise<WorkStandingType | null> {
    const standing = await this.stops.standing(actor, personId);
    const director = actor.permissions.has('screening.readHit');
    return standing ? toStanding(standing, { personId: actor.personId, director }) : null;
  }

  async stop(actor: PersonActor, { personId, ...input }: StopWorkInput): Promise<typeof StopWorkResult> {
    const id = fromGlobalId('Person', personId) ?? '';
    const outcome = await this.stops.stop(actor, id, input);
    return outcome.ok ? this.#anew(actor, id) : toRefusal(outcome.error);
  }

  async resume(actor: PersonActor, { stopId, words }: ResumeWorkInput): Promise<typeof StopWorkResult> {
    const outcome = await this.stops.lift(actor, fromGlobalId('WorkStop', stopId) ?? '', words);
    return outcome.ok ? this.#anew(actor, outcome.value.personId) : toRefusal(outcome.error);
  }

  async paused({ request }: GraphqlContext): Promise<PausedAccountType | null> {
    const paused = await this.accounts.paused(sessionToken(request.headers.cookie));
    return paused ? make(PausedAccountType, { ...paused }) : null;
  }

  async #anew(actor: PersonActor, personId: string): Promise<WorkStandingType> {
    const standing = await this.standing(actor, personId);
    if (!standing) throw new Error('BUG: a person is gone after a stop');
    return standing;
  }
}

function toRefusal(error: StopError) {
  switch (error.code) {
    case 'INVALID_INPUT':
    case 'NOT_FOUND':
      return toCommonPayload(error);
    case 'STOP_REFUSED':
      return make(StopRefused, { code: error.code, message: 'This person may not do that here.', why: error.why });
    default:
      return assertUnreachable(error);
  }
}
