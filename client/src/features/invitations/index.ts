// What pages about people show of their accounts; they name `features/invitations` among their catalogues.
export { InviteCard, type InviteCardProps } from './InviteCard.js';
