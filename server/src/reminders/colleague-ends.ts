// When the record checks of colleagues at the desk come to their end: no adult is exempt (H8), nor left unwarned.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChecksDue } from '../people/index.js';
import { RemindedFacts } from './reminded-facts.js';

/** Leads each to the account of their own face, which says how the check stands. */
const OWN_ACCOUNT = '/account';

@Injectable()
export class ColleagueEnds implements OnModuleInit {
  constructor(
    private readonly facts: RemindedFacts,
    private readonly checks: ChecksDue,
  ) {}

  onModuleInit(): void {
    this.facts.add(async (agencyId, { today }) =>
      (await this.checks.colleaguesEnds(agencyId, today)).map((end) => ({
        ...end,
        kind: 'COLLEAGUE_CHECK' as const,
        path: OWN_ACCOUNT,
      })),
    );
  }
}
