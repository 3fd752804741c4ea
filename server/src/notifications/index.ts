export { NOTIFICATION_ENTITIES } from './notification.entities.js';
export { NotificationsModule } from './notifications.module.js';
