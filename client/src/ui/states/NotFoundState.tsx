import { Trans } from '@lingui/react/macro';
import { LinkButton } from '../button/Button.js';
import { PathsApart } from '../drawings/PathsApart.js';
import { EmptyState } from './EmptyState.js';

/** For an address that leads nowhere, and for a thing that is not there or not this person's to see: the same words. */
export function NotFoundState({ home }: { readonly home: string }) {
  return (
    <EmptyState
      heading="h1"
      drawing={<PathsApart />}
      title={<Trans>这里没有内容</Trans>}
      action={
        <LinkButton to={home} variant="default">
          <Trans>回到首页</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>地址可能写错了，也可能这项内容已经移走，或者不在您的职责范围内。</Trans>
      </p>
    </EmptyState>
  );
}
