import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { RefusalPanel } from '../../ui/states/Refusal.js';

export interface NobodyReadyProps {
  readonly volunteersTotal: number;
  readonly volunteersReady: number;
  readonly childrenWaiting: number;
}

/** Nobody can be matched: how many there are, and what would change it. */
export function NobodyReady({ volunteersTotal, volunteersReady, childrenWaiting }: NobodyReadyProps) {
  return (
    <RefusalPanel
      what={<Trans>这次没有可以搭配的人</Trans>}
      why={
        <Trans>
          那一天 {volunteersTotal} 名志愿者里有 {volunteersReady} 名可以服务，在等陪伴者的儿童有 {childrenWaiting} 名。
        </Trans>
      }
      now={
        volunteersReady === 0 ? (
          <Trans>看看志愿者还差什么手续；刚导入的名单要等第二个人确认。</Trans>
        ) : (
          <Trans>现在没有孩子在等。有新的孩子登记以后再来。</Trans>
        )
      }
      ask={<Trans>您的督导者。</Trans>}
      actions={
        <Button component={Link} to="/agency/volunteers?standing=NOT_READY" variant="default">
          <Trans>看还差手续的志愿者</Trans>
        </Button>
      }
    />
  );
}
