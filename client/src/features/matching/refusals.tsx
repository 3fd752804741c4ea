import { Trans } from '@lingui/react/macro';
import { FindingList, openFindings, type Finding } from '../readiness/index.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';

/** What held when the engine ran may no longer hold: every open finding, with what would satisfy it. */
export function NotEligible({ name, findings }: { readonly name: string; readonly findings: readonly Finding[] }) {
  const open = openFindings(findings);
  return (
    <RefusalPanel
      what={<Trans>还不能请{name}来陪伴</Trans>}
      why={<Trans>匹配以后情况有了变化，{name}的手续现在不齐。</Trans>}
      now={
        open.length > 0 ? <FindingList findings={open} /> : <Trans>在志愿者页面看看还差什么，补齐以后再接受。</Trans>
      }
      ask={<Trans>您的督导者。</Trans>}
    />
  );
}

/** `who`: CHILD, VOLUNTEER or SUPERVISOR, whose last place somebody else took meanwhile; WORKER: the reader is too close. */
export function PlaceTakenPanel({ who, name }: { readonly who: string; readonly name: string }) {
  return (
    <RefusalPanel
      what={<Trans>这条建议现在接受不了</Trans>}
      why={
        who === 'CHILD' ? (
          <Trans>这个孩子刚刚有了另一段陪伴的安排。一个孩子同时只有一位陪伴者。</Trans>
        ) : who === 'WORKER' ? (
          <Trans>您和这个家庭的人已有别的工作关系，这段陪伴要由另一位同事来跟进（督导和个案分开）。</Trans>
        ) : who === 'VOLUNTEER' ? (
          <Trans>{name}陪伴的孩子已经够多了。</Trans>
        ) : (
          <Trans>{name}的督导者照看的陪伴已经够多了。</Trans>
        )
      }
      now={
        who === 'WORKER' ? (
          <Trans>请服务点的另一位社会工作者来接受这条建议。</Trans>
        ) : (
          <Trans>看看下面“还可以考虑谁”，或者再做一次匹配，新的建议会避开已满的人。</Trans>
        )
      }
      ask={<Trans>您的督导者可以调整名额。</Trans>}
    />
  );
}
