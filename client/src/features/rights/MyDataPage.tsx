import { DataRights } from './DataRights.js';

/** For whoever has an account. */
export default function MyDataPage() {
  return <DataRights about="SELF" />;
}
