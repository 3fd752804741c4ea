export { NOTIFICATION_ENTITIES } from './notification.entities.js';
