export { DutyBanner } from './DutyBanner.js';
export { ResetFactors } from './ResetFactors.js';
export { passkeysWork, signWithPasskey } from './passkeys.js';
export { Protection } from './Protection.js';
export { FactorForm, type Outcome } from './FactorForm.js';
export { useWaitWords } from './use-wait-words.js';
export { useStepUp } from './use-step-up.js';
