import { Plural, Trans } from '@lingui/react/macro';
import type { Saved } from './use-draft.js';

/** Why a step was not kept at the agency, and what to do; what was typed is still here. */
export function SaveProblem({ saved }: { readonly saved: Saved }) {
  return <div role="alert">{words(saved)}</div>;
}

function words(saved: Saved) {
  switch (saved.kind) {
    case 'SAVED':
      return null;
    case 'LATER':
      return <Trans>现在没有网络。写下的都在这台设备上，有网络以后再按一次“下一步”。</Trans>;
    case 'CLOSED':
      return <Trans>这里已经不能报名了，或者这份报名已经送出、收回。写下的还在这台设备上。</Trans>;
    case 'TOO_MANY':
      return <Plural value={saved.minutes} other="报名的次数太多了，请过 # 分钟再试。写下的都在。" />;
    case 'REFUSED':
      return saved.fields.includes('phone') ? (
        <Trans>手机号好像不对，请再看一看。</Trans>
      ) : (
        <Trans>有一项内容没有存成，请逐项看一看，再按一次。</Trans>
      );
  }
}
