import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { CHILDREN_FOR_PARTNER } from './shared-children.operations.js';
import { SharedChildren } from './SharedChildren.js';

export default function PartnerChildrenPage() {
  const [{ data, error }, load] = useQuery({ query: CHILDREN_FOR_PARTNER, requestPolicy: 'network-only' });
  return (
    <SharedChildren
      lead={<Trans>家庭愿意由您接着帮忙，不用从头再说一遍。</Trans>}
      found={data?.childrenForPartner}
      error={error}
      reload={() => load({ requestPolicy: 'network-only' })}
    />
  );
}
