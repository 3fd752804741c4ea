import { assertUnreachable } from '@tongxing/shared/kernel';
import type { Blocker } from '@tongxing/shared/rules';
import { COMPANIONSHIP_MACHINE } from '@tongxing/shared/states';
import type { ConsentView } from '../../../disclosure/index.js';
import { toFinding } from '../../../people/index.js';
import { make, toCommonPayload, toGlobalId } from '../../../platform/graphql/index.js';
import type { ActivateError } from '../companionships.js';
import type { CompanionshipView } from '../companionships.repository.js';
import type { HandOnError } from '../handing-on/handing-on.js';
import { toAcceptRefusal, toPairRefused } from '../../runs/api/run.payloads.js';
import {
  BlockerType,
  CompanionshipBlocked,
  CompanionshipPlanType,
  CompanionshipType,
  ConsentType,
} from './companionship.types.js';

export function toCompanionship(view: CompanionshipView): CompanionshipType {
  return make(CompanionshipType, {
    id: toGlobalId('Companionship', view.id),
    state: view.state,
    startsOn: view.startsOn ?? null,
    endedOn: view.endedOn ?? null,
    endCause: view.endCause ?? null,
    endReason: view.endCause === 'STOP' ? null : (view.reason ?? null),
    transitions: [...COMPANIONSHIP_MACHINE[view.state].to],
    version: view.version,
    view,
  });
}

export function toPlan(plan: NonNullable<CompanionshipView['plan']>): CompanionshipPlanType {
  return make(CompanionshipPlanType, {
    taskGoal: plan.taskGoal,
    processGoal: plan.processGoal,
    meetingPlace: plan.meetingPlace,
    contactsPerMonth: plan.contactsPerMonth,
    approvedOn: plan.approvedOn,
    approvedById: plan.approvedBy,
  });
}

export function toConsent(consent: ConsentView): ConsentType {
  return make(ConsentType, {
    id: toGlobalId('Consent', consent.id),
    guardianName: consent.guardianName,
    relation: consent.relation,
    method: consent.method,
    witnessName: consent.witnessName ?? null,
    serviceAgreementSignedOn: consent.serviceAgreementSignedOn,
    givenOn: consent.givenOn,
    validUntil: consent.validUntil,
    childAnswer: consent.childAnswer,
    childAnsweredOn: consent.childAnsweredOn ?? null,
    withdrawnOn: consent.withdrawnOn ?? null,
    recordedById: consent.recordedBy,
  });
}

export function toBlocker(blocker: Blocker): BlockerType {
  return make(BlockerType, {
    code: blocker.code,
    rule: blocker.rule,
    clause: blocker.clause ?? null,
    findings: blocker.findings.map(toFinding),
  });
}

export function toHandOnRefusal(error: HandOnError) {
  switch (error.code) {
    case 'INVALID_INPUT':
      return toCommonPayload(error);
    case 'PAIR_REFUSED':
      return toPairRefused(error);
    default:
      return toAcceptRefusal(error);
  }
}

export function toActivateRefusal(error: ActivateError) {
  switch (error.code) {
    case 'COMPANIONSHIP_BLOCKED':
      return make(CompanionshipBlocked, {
        code: error.code,
        message: 'It cannot begin yet.',
        blockers: error.blockers.map(toBlocker),
      });
    case 'INVALID_INPUT':
    case 'NOT_FOUND':
    case 'STALE_VERSION':
    case 'TRANSITION_REFUSED':
      return toCommonPayload(error);
    default:
      return assertUnreachable(error);
  }
}
