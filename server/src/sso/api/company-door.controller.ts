import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { readCardCode } from '@tongxing/shared/rules';
import { parse, serialize } from 'cookie';
import type { Response } from 'express';
import { deviceOf, factorCookie, sessionCookie, sessionToken } from '../../platform/auth/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import type { ActorRequest } from '../../platform/graphql/index.js';
import { CompanyDoor, VISIT_SECONDS, type DoorProblem, type Wish } from '../company-door.js';
import { guestCookie } from './guest-cookie.js';

const COOKIE = 'tongxing_sso';
type Refused = { readonly problem: DoorProblem } & Wish;
/** Where the people of a team join its day. */
const dayPage = (join: string): string => `/join-day/${join}`;

/** To a company's directory and back. Browsers come here by themselves, so that answers are pages of the client. */
@Controller('sso')
export class CompanyDoorController {
  constructor(
    private readonly door: CompanyDoor,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('callback')
  async back(@Req() request: ActorRequest, @Res() response: Response): Promise<void> {
    quiet(response);
    const address = request.ip ?? '';
    const { cookie } = request.headers;
    const visit = { address, device: deviceOf(request.headers['user-agent'], address), cookie: sessionToken(cookie) };
    const { search } = new URL(request.originalUrl, this.config.publicUrl);
    const ended = await this.door.end(search, cookie ? parse(cookie)[COOKIE] : undefined, request.actor, visit);
    response.append('Set-Cookie', this.#cookie('', 0));
    switch (ended.kind) {
      case 'TIED':
        return response.redirect(303, `${this.door.homeOf(request.actor)}?company=tied`);
      case 'IN':
        response.append('Set-Cookie', sessionCookie(ended.session.token, ended.session.seconds, this.#secure));
        return response.redirect(303, ended.join === undefined ? '/sign-in' : dayPage(ended.join));
      case 'GUEST':
        response.append('Set-Cookie', guestCookie(ended.sealed, this.#secure));
        return response.redirect(303, dayPage(ended.join));
      case 'SECOND_STEP':
        response.append('Set-Cookie', factorCookie(ended.needed.browser, ended.needed.seconds, this.#secure));
        return response.redirect(
          303,
          `/sign-in/confirm${ended.join === undefined ? '' : `?next=${dayPage(ended.join)}`}`,
        );
      case 'PROBLEM':
        return this.#problem(response, ended, request);
    }
  }

  @Get(':code')
  async begin(
    @Param('code') code: string,
    @Query('tie') tie: string | undefined,
    @Query('join') asked: unknown,
    @Req() request: ActorRequest,
    @Res() response: Response,
  ): Promise<void> {
    quiet(response);
    const join = typeof asked === 'string' ? readCardCode(asked.slice(0, 40)) : undefined;
    const purpose = join !== undefined ? 'JOIN' : tie === undefined ? 'SIGN_IN' : 'TIE';
    const begun = await this.door.begin(code, { purpose, join }, request.actor);
    if (begun.problem !== undefined) return this.#problem(response, begun, request);
    response.append('Set-Cookie', this.#cookie(begun.kept, VISIT_SECONDS));
    response.redirect(303, begun.url);
  }

  #problem(response: Response, refused: Refused, { actor }: ActorRequest): void {
    const { problem, purpose, join } = refused;
    const page = join !== undefined ? dayPage(join) : purpose === 'TIE' ? this.door.homeOf(actor) : '/sign-in';
    response.redirect(303, `${page}?company=${problem.toLowerCase()}`);
  }

  /** Lax: the directory's page sends the browser back here. */
  #cookie(value: string, maxAge: number): string {
    return serialize(COOKIE, value, { httpOnly: true, sameSite: 'lax', path: '/sso', secure: this.#secure, maxAge });
  }

  get #secure(): boolean {
    return this.config.publicUrl.startsWith('https:');
  }
}

/** Codes stand in these addresses. */
function quiet(response: Response): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Referrer-Policy', 'no-referrer');
}
