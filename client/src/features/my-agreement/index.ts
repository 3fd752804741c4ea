export { AgreementLink } from './AgreementLink.js';
