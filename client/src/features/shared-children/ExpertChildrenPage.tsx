import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { CHILDREN_FOR_EXPERT } from './shared-children.operations.js';
import { SharedChildren } from './SharedChildren.js';

export default function ExpertChildrenPage() {
  const [{ data, error }, load] = useQuery({ query: CHILDREN_FOR_EXPERT, requestPolicy: 'network-only' });
  return (
    <SharedChildren
      lead={<Trans>社会工作者想请您为这些孩子出主意。</Trans>}
      found={data?.childrenForExpert}
      error={error}
      reload={() => load({ requestPolicy: 'network-only' })}
    />
  );
}
