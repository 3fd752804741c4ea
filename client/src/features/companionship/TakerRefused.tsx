import { Trans, useLingui } from '@lingui/react/macro';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { reasonWords } from '../matching/index.js';
import { FindingList, openFindings } from '../readiness/index.js';

type Refusal =
  | { readonly __typename: 'VolunteerNotEligible'; readonly findings: Parameters<typeof openFindings>[0] }
  | { readonly __typename: 'PlaceTaken'; readonly who: string }
  | { readonly __typename: 'PairRefused'; readonly reasons: readonly { readonly code: string }[] };

/** Why the chosen volunteer cannot go on with the child now, and what would change it; nothing was written. */
export function TakerRefused({ refusal }: { readonly refusal: Refusal }) {
  switch (refusal.__typename) {
    case 'VolunteerNotEligible':
      return (
        <RefusalPanel
          what={<Trans>现在还不能请这位志愿者</Trans>}
          why={<Trans>匹配以后情况有了变化，手续现在不齐。</Trans>}
          now={<FindingList findings={openFindings(refusal.findings)} />}
          ask={<Trans>您的督导者。</Trans>}
        />
      );
    case 'PlaceTaken':
      return (
        <RefusalPanel
          what={<Trans>这两个人现在没有空的名额</Trans>}
          why={<NoPlace who={refusal.who} />}
          now={<Trans>请选另一位志愿者；这里的内容都还在。</Trans>}
          ask={<Trans>您的督导者可以调整名额。</Trans>}
        />
      );
    case 'PairRefused':
      return (
        <RefusalPanel
          what={<Trans>这两个人不能结成一对</Trans>}
          why={<Reasons codes={refusal.reasons.map(({ code }) => code)} />}
          now={<Trans>请选另一位志愿者；这里的内容都还在。</Trans>}
          ask={<Trans>您的督导者。</Trans>}
        />
      );
  }
}

function NoPlace({ who }: { readonly who: string }) {
  if (who === 'CHILD') return <Trans>这个孩子已经有了另一段陪伴的安排。</Trans>;
  if (who === 'WORKER') {
    return <Trans>您和这个家庭的人已有别的工作关系，这段陪伴要由另一位同事来跟进（督导和个案分开）。</Trans>;
  }
  if (who === 'VOLUNTEER') return <Trans>这位志愿者陪伴的孩子已经够多了。</Trans>;
  return <Trans>这位志愿者的督导者照看的陪伴已经够多了。</Trans>;
}

function Reasons({ codes }: { readonly codes: readonly string[] }) {
  const { i18n } = useLingui();
  return (
    <ul>
      {codes.map((code) => (
        <li key={code}>{i18n._(reasonWords(code).what)}</li>
      ))}
    </ul>
  );
}
