// What a colleague's page shows of certificates; it names `features/credentials` among its catalogues.
export { Credentials } from './Credentials.js';
