export { StepButtons, type StepSide } from './StepButtons.js';
export { NextSteps, type NextStepShown } from './NextSteps.js';
