import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { Page, Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { Moment, Story } from '../../ui/story/Story.js';
import { SPONSORED_CHILDREN } from './donor.operations.js';
import { SponsoredChildStory } from './SponsoredChildStory.js';

/** The children beside whom somebody stands; before the first, what will stand here and how a gift goes its way. */
export function DonorHomePage() {
  const { t } = useLingui();
  const { name, agency } = useViewer();
  // Asked anew each time: what a family took back a moment ago is not on this page.
  const [{ data, error }, load] = useQuery({ query: SPONSORED_CHILDREN, requestPolicy: 'network-only' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const children = data?.sponsoredChildren ?? [];
  return (
    <Page title={t`${name}，您好`} width="narrow" lead={<Trans>谢谢您愿意和孩子们走一段路。</Trans>}>
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={4} />
      ) : children.length === 0 ? (
        <NothingYet agencyName={agency.name} />
      ) : (
        <>
          {children.map((child) => (
            <SponsoredChildStory key={child.id} child={child} />
          ))}
          <p>
            <small>
              <Trans>卡片由社会工作者写下，另一位同事看过，家庭同意才会到这里。请不要转发，也不要打听孩子是谁。</Trans>
            </small>
          </p>
        </>
      )}
      <Section title={<Trans>可以问谁</Trans>}>
        <p>
          {agency.contactPhone ? (
            <Trans>
              打给{agency.name}：<a href={`tel:${agency.contactPhone}`}>{agency.contactPhone}</a>
            </Trans>
          ) : (
            <Trans>请联系{agency.name}的工作人员。</Trans>
          )}
        </p>
      </Section>
    </Page>
  );
}

function NothingYet({ agencyName }: { readonly agencyName: string }) {
  return (
    <>
      <EmptyState drawing={<OpenWindow />} title={<Trans>这里还没有您的捐赠</Trans>}>
        <p>
          <Trans>{agencyName}登记您的捐赠以后，这里会写明它用在了哪里。没有进展的时候，也会告诉您原因和日期。</Trans>
        </p>
      </EmptyState>
      <Section title={<Trans>一份捐赠会怎样走</Trans>}>
        <Story>
          <Moment ahead title={<Trans>您捐给一个项目或一项需要</Trans>}>
            <Trans>不公开孩子的照片和名册，也不挑选孩子：这是为了让每个孩子都受到尊重。</Trans>
          </Moment>
          <Moment ahead title={<Trans>社会工作者来安排</Trans>}>
            <Trans>钱不会直接交给孩子；提出用款的人和批准的人不是同一个。</Trans>
          </Moment>
          <Moment ahead title={<Trans>您看到用途和进展</Trans>}>
            <Trans>经过家庭同意，您会收到由社会工作者审阅过的成长卡片，以及票据和年度说明。</Trans>
          </Moment>
        </Story>
      </Section>
    </>
  );
}
