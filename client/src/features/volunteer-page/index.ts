// What the volunteer's page shows of their way; it names `features/volunteer-page` among its catalogues.
export { VolunteerStory } from './VolunteerStory.js';
export { ChangeOffer } from './ChangeOffer.js';
