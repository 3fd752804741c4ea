import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useViewer } from '../../app/session/session-context.js';
import { TeamWaits } from '../../features/team-booking/index.js';
import { TeamRosters } from '../../features/team-roster/index.js';
import { LinkButton } from '../../ui/button/Button.js';
import { Page, Section } from '../../ui/page/Page.js';
import { Moment, Story } from '../../ui/story/Story.js';

/** What waits for a coordinator; before the first booking, how a day goes and the first step. */
export default function CompanyHomePage() {
  const { t } = useLingui();
  const { name, agency } = useViewer();
  return (
    <Page title={t`${name}，您好`} width="narrow" lead={<Trans>和{agency.name}一起，为同事们找到合适的一天。</Trans>}>
      <TeamWaits firstTime={<HowADayGoes />} />
      <TeamRosters
        title={<Trans>我们的日子和名单</Trans>}
        to={(bookingId) => `/company/bookings/${bookingId}/roster`}
      />
      <Section title={<Trans>还可以看</Trans>}>
        <p>
          <Link to="/company/children">
            <Trans>给我看的孩子</Trans>
          </Link>
        </p>
        <p>
          <LinkButton variant="default" to="/company/year">
            <Trans>看明年的合作目录</Trans>
          </LinkButton>
        </p>
      </Section>
      <p>
        <Link to="/company/packs">
          <Trans>看看活动之后的说明</Trans>
        </Link>
      </p>
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

function HowADayGoes() {
  return (
    <Section title={<Trans>一次团队活动会怎样走</Trans>}>
      <Story>
        <Moment ahead title={<Trans>选一天</Trans>}>
          <Trans>名额按大人和孩子的比例、社会工作者和场地来算，不会约得比能照顾的多。</Trans>
        </Moment>
        <Moment ahead title={<Trans>同事们报名和准备</Trans>}>
          <Trans>
            接触孩子的同事都要完成培训、协议和记录查询。查询需要时间，请早一点开始；来不及的同事可以整理图书。
          </Trans>
        </Moment>
        <Moment ahead title={<Trans>活动当天</Trans>}>
          <Trans>社会工作者带着大家。不拍孩子，每个孩子都可以选择不参加。</Trans>
        </Moment>
        <Moment ahead title={<Trans>之后</Trans>}>
          <Trans>每位同事有自己的服务时长和证明，公司收到一份说明。</Trans>
        </Moment>
      </Story>
    </Section>
  );
}
