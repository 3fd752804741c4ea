// After a stop that was lifted: the same two may begin anew, as a new pair that asks everybody anew (ADR 0022).
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { Agencies, VolunteerEligibility, VolunteersRepository, type VolunteerView } from '../../people/index.js';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { NotEligibleError } from '../runs/proposals.js';
import { CompanionshipsRepository, type CompanionshipView, type StepError } from './companionships.repository.js';
import { NewPairs } from './new-pairs.js';
import { Places, type PlaceTakenError } from './places.js';

export type RestartError = StepError | NotEligibleError | PlaceTakenError;
type Outcome = Promise<Result<CompanionshipView, RestartError>>;

@Injectable()
export class Restarts {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly repository: CompanionshipsRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly places: Places,
    private readonly newPairs: NewPairs,
  ) {}

  /**
   * A pair that a stop had ended takes its places again and waits for the volunteer's answer. Nothing of the earlier
   * pair counts for the new one: volunteer, family and child are asked anew, and the earlier one stays as it ended.
   */
  async restart(actor: PersonActor, id: string): Outcome {
    const outcome = await this.#tryRestart(actor, id);
    if (!outcome.ok && (outcome.error.code === 'VOLUNTEER_NOT_ELIGIBLE' || outcome.error.code === 'PLACE_TAKEN')) {
      const facts = { code: outcome.error.code };
      const entry = { action: 'companionship.restartRefused', subjectType: 'Companionship', subjectId: id, facts };
      await rememberRefusal(this.work, this.trail, actor, entry);
    }
    return outcome;
  }

  async #tryRestart(actor: PersonActor, id: string): Outcome {
    try {
      return await this.work.run(actor, () => this.#restart(actor, id));
    } catch (error) {
      // Somebody else gave the child another companion, or these two their new beginning, at the same moment.
      if (this.database.engine.isUniqueViolation(error)) return err({ code: 'PLACE_TAKEN', who: 'CHILD' });
      throw error;
    }
  }

  async #restart(actor: PersonActor, id: string): Outcome {
    const { agencyId } = actor;
    const found = await this.repository.lock(rowsFor(actor, 'companionship.prepare'), id);
    if (!found.ok) return found;
    const earlier = found.value;
    if (earlier.endCause !== 'STOP' || earlier.cover || (await this.repository.restartOf(earlier))) {
      return err({ code: 'TRANSITION_REFUSED', from: earlier.state, to: 'ACCEPTED' });
    }
    const volunteer = await this.volunteers.lock(agencyId, earlier.volunteerId);
    if (!volunteer) return err({ code: 'NOT_FOUND' });
    const judged = await this.eligibility.on(agencyId, [volunteer], await this.agencies.today(agencyId));
    const eligibility = judged.get(volunteer.id);
    if (!eligibility?.ready) return err({ code: 'VOLUNTEER_NOT_ELIGIBLE', findings: eligibility?.findings ?? [] });
    const who = await this.places.whoIsTaken(actor, earlier.childId, volunteer);
    if (who) return err({ code: 'PLACE_TAKEN', who });
    return ok(await this.#begin(actor, earlier, volunteer));
  }

  async #begin(actor: PersonActor, earlier: CompanionshipView, volunteer: VolunteerView): Promise<CompanionshipView> {
    const { proposalId, childId } = earlier;
    const begun = await this.newPairs.add(actor, volunteer, { proposalId, childId, restartOfId: earlier.id });
    const facts = { earlier: earlier.id };
    this.trail.record({ action: 'companionship.restarted', subjectType: 'Companionship', subjectId: begun.id, facts });
    return begun;
  }
}
