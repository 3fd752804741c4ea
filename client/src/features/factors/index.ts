export { Protection } from './Protection.js';
export { TypedFactorForm, type Outcome } from './TypedFactorForm.js';
export { useWaitWords } from './use-wait-words.js';
export { useStepUp } from './use-step-up.js';
