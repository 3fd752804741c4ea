// What this module keeps of a person: minutes that were told to their team, and a child's released words. Both go with them.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { ChildrenRepository } from '../children/index.js';
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { CompanionInterest, ServiceCertificate, TeamPackLine, TeamPackThanks } from './pack.entities.js';

const SCOPE = 't.agencyId';

@Injectable()
export class PacksPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
    private readonly children: ChildrenRepository,
  ) {}

  onModuleInit(): void {
    const told = {
      debriefSealed: 'team_pack_edition.debrief',
      outcomesSealed: 'team_pack_edition.outcomes',
      whySealed: 'team_pack_edition.why',
    };
    const child = '(SELECT personId FROM child WHERE child.id = t.childId)';
    this.data.add({
      module: 'packs',
      sealed: [
        { table: 'team_pack_edition', columns: told, subject: SCOPE, scope: SCOPE },
        {
          table: 'team_year_statement',
          columns: { contentSealed: 'team_year_statement.content' },
          subject: SCOPE,
          scope: SCOPE,
        },
        { table: 'team_paper', columns: { whySealed: 'team_paper.why' }, subject: SCOPE, scope: SCOPE },
        { table: 'team_pack_thanks', columns: { wordsSealed: 'team_pack_thanks.words' }, subject: child, scope: SCOPE },
      ],
      erase: async ({ agencyId, personId }) => {
        for (const table of [TeamPackLine, ServiceCertificate, CompanionInterest]) {
          await this.database.repository<{ agencyId: string; personId: string }>(table).delete({ agencyId, personId });
        }
        const childIds = await this.children.idsOfPerson(agencyId, personId);
        if (childIds.length === 0) return;
        await this.database.repository(TeamPackThanks).delete({ agencyId, childId: In([...childIds]) });
      },
    });
  }
}
