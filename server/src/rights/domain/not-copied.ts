// What is kept of somebody and stays out of their copy, table by table, and why.
import type { Withheld } from './copy-plan.js';

/** Tables that point at a person, of which nothing goes into a copy. */
export const NOT_COPIED: Readonly<Record<string, Withheld>> = {
  // Who signed, as what, and how: of the guardian, and there may be two who do not agree.
  consent_statement: 'OTHERS',
  consent_request: 'INTERNAL',
  reminder_sent: 'INTERNAL',
  // Of the guardian, too, and there may be two who do not agree.
  helper_answer: 'OTHERS',
  guardian_bar: 'SAFETY',
  concern: 'SAFETY',
  concern_about: 'SAFETY',
  concern_link: 'SAFETY',
  incident: 'SAFETY',
  incident_moment: 'SAFETY',
  duty_slot: 'INTERNAL',
  release_check: 'INTERNAL',
  concern_step: 'SAFETY',
  family_card: 'SECRET',
  work_stop: 'SAFETY',
  telling: 'SAFETY',
  companionship_contact: 'OTHERS',
  companionship_next_step: 'OTHERS',
  handed_on_item: 'INTERNAL',
  household: 'OTHERS',
  household_event: 'OTHERS',
  household_address: 'OTHERS',
  family_need: 'OTHERS',
  file_access: 'INTERNAL',
  child_pseudonym: 'INTERNAL',
  match_proposal: 'INTERNAL',
  notice: 'OTHERS',
  import_batch: 'INTERNAL',
  import_change: 'INTERNAL',
  list_change: 'INTERNAL',
  name_token: 'INTERNAL',
  calendar_feed: 'SECRET',
  company_identity: 'SECRET',
  company_sign_in: 'OTHERS',
  guardian_link: 'SECRET',
  session: 'SECRET',
  credential_reset: 'SECRET',
  factor_challenge: 'SECRET',
  totp_factor: 'SECRET',
  passkey: 'SECRET',
  recovery_code: 'SECRET',
  breach: 'INTERNAL',
  supervised_by: 'INTERNAL',
  // Whoever gives one: their work for the agency.
  training_session: 'INTERNAL',
  supervision_delegate: 'INTERNAL',
  activity: 'OTHERS',
  activity_worker: 'INTERNAL',
  team_member: 'INTERNAL',
  // A company's or another team's; why it was cancelled is said to the team.
  team_booking: 'OTHERS',
  team_pack_edition: 'OTHERS',
  // What the child said by themselves.
  team_pack_thanks: 'SAFETY',
  // Of several people at once.
  activity_record: 'OTHERS',
};
