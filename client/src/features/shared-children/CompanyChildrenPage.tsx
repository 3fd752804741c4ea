import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { CHILDREN_FOR_COMPANY } from './shared-children.operations.js';
import { SharedChildren } from './SharedChildren.js';

export default function CompanyChildrenPage() {
  const [{ data, error }, load] = useQuery({ query: CHILDREN_FOR_COMPANY, requestPolicy: 'network-only' });
  return (
    <SharedChildren
      lead={<Trans>和孩子们一起做活动以前，先知道怎样合适。</Trans>}
      found={data?.childrenForCompany}
      error={error}
      reload={() => load({ requestPolicy: 'network-only' })}
    />
  );
}
