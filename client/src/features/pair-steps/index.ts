export { StepButtons, type StepSide } from './StepButtons.js';
