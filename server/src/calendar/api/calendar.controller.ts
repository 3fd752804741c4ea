import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CalendarFeeds } from '../calendar-feeds.js';

const ENDING = '.ics';

/** A calendar program asks without a session: the secret in the address is all there is. Nothing on the way keeps a copy. */
@Controller('calendar')
export class CalendarController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Get(':name')
  async read(@Param('name') name: string, @Res() response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('X-Robots-Tag', 'noindex');
    const text = name.endsWith(ENDING) ? await this.feeds.read(name.slice(0, -ENDING.length)) : undefined;
    // Ended, renewed, mistyped and never made: one answer.
    if (text === undefined) return void response.status(404).json({ code: 'NOT_FOUND' });
    response.setHeader('Content-Disposition', 'inline; filename="tongxing.ics"');
    response.type('text/calendar; charset=utf-8').send(text);
  }
}
