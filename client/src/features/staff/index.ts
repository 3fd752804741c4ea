export { StopWork } from './StopWork.js';
