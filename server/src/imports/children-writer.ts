// Writes the children of a roster; rows of one file that are one family come to live in one household.
import { Injectable } from '@nestjs/common';
import type { PersonId } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../children/index.js';
import { PeopleRepository } from '../people/index.js';
import { identityOf, type ChildValues } from './domain/index.js';
import { FamilyWriter, type Families } from './family-writer.js';
import { idAt } from './row-person.js';
import type { Destination } from './destination.js';

@Injectable()
export class ChildrenWriter {
  constructor(
    private readonly people: PeopleRepository,
    private readonly children: ChildrenRepository,
    private readonly families: FamilyWriter,
  ) {}

  begin(to: Destination): (rows: readonly ChildValues[]) => Promise<void> {
    const families = this.families.begin();
    return (rows) => this.#write(to, families, rows);
  }

  async #write(to: Destination, families: Families, rows: readonly ChildValues[]): Promise<void> {
    const { agencyId, officeId, batchId } = to;
    const personIds = await this.people.addAll(
      rows.map(({ name, idNumber, gender, birthDate }) => ({ agencyId, name, idNumber, gender, birthDate })),
    );
    await this.children.addAll(
      agencyId,
      rows.map((row, index) => this.#newChild({ agencyId, officeId, batchId }, row, idAt(personIds, index))),
    );
    const atHome = rows.flatMap((values, index) =>
      values.household ? [{ values, personId: idAt(personIds, index) }] : [],
    );
    await this.families.write(to, families, atHome);
  }

  #newChild({ agencyId, officeId, batchId }: Omit<Destination, 'by'>, row: ChildValues, personId: PersonId) {
    const { channel, ...intake } = row.intake;
    return {
      ...{ agencyId, personId, officeId, batchId },
      identity: identityOf(row),
      school: row.school,
      // Of a child who lives in a household that is the household's to say.
      guardian: row.household ? undefined : row.guardian,
      areaCode: row.area,
      languages: row.languages,
      needs: row.needs,
      freeTimes: row.freeTimes,
      priority: row.priority,
      waitingSince: row.waitingSince,
      companionGender: row.companionGender,
      intake: { ...intake, discoveryChannel: channel, needPriorities: row.needPriorities },
    };
  }
}
