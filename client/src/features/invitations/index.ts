// What pages about people show of their accounts; they name `features/invitations` among their catalogues.
export type { Account } from './account.js';
export { AccountBadge } from './AccountBadge.js';
export { INVITE_PERSON } from './invitations.operations.js';
export { InviteCard, type InviteCardProps } from './InviteCard.js';
export type { InviteFormProps } from './InviteForm.js';
export { SentInvitation, type Sent } from './SentInvitation.js';
