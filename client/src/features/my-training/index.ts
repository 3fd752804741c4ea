// What other pages show of the training; they name `features/my-training` among their catalogues.
export { TrainingLink } from './TrainingLink.js';
