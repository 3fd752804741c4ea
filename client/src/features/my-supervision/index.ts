export { SupervisionLink } from './SupervisionLink.js';
