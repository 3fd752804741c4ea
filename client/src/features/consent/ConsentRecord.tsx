import { Trans, useLingui } from '@lingui/react/macro';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { PaperList } from '../../ui/upload/PaperList.js';
import { useFormat } from '../../ui/format/use-format.js';
import { ANSWER_WORDS, METHOD_WORDS } from './consent-words.js';

export type RecordedConsent = NonNullable<NonNullable<CompanionshipQuery['companionship']>['consent']>;

/** What the family agreed to, as it was recorded. */
export function ConsentRecord({ consent }: { readonly consent: RecordedConsent }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { guardianName, relation, witnessName, withdrawnOn, childAnsweredOn } = consent;
  const answer = i18n._(ANSWER_WORDS[consent.childAnswer]);
  return (
    <>
      <div>
        {withdrawnOn ? (
          <StateBadge tone="paused">
            <Trans>{format.day(withdrawnOn)}撤回</Trans>
          </StateBadge>
        ) : (
          <StateBadge tone="good">
            <Trans>同意到 {format.day(consent.validUntil)}</Trans>
          </StateBadge>
        )}
      </div>
      <Facts>
        <Fact name={<Trans>监护人</Trans>}>
          <Trans>
            {guardianName}（{relation}）
          </Trans>
        </Fact>
        <Fact name={<Trans>怎样同意的</Trans>}>
          {i18n._(METHOD_WORDS[consent.method])}
          {witnessName ? <Trans>：{witnessName}</Trans> : null}
        </Fact>
        <Fact name={<Trans>服务协议签署日期</Trans>}>{format.day(consent.serviceAgreementSignedOn)}</Fact>
        <Fact name={<Trans>同意的日期</Trans>}>{format.day(consent.givenOn)}</Fact>
        <Fact name={<Trans>孩子自己怎么说</Trans>}>
          {answer}
          {childAnsweredOn ? <Trans>，{format.day(childAnsweredOn)}</Trans> : null}
        </Fact>
        <Fact name={<Trans>记录人</Trans>}>{consent.recordedBy}</Fact>
        {consent.papers.length > 0 ? (
          <Fact name={<Trans>纸面材料</Trans>}>
            <PaperList papers={consent.papers} />
          </Fact>
        ) : null}
      </Facts>
    </>
  );
}
