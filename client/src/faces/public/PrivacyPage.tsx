import { Trans, useLingui } from '@lingui/react/macro';
import { LEGAL_VERSIONS } from '@tongxing/shared/rules';
import { useFormat } from '../../ui/format/use-format.js';
import { Page } from '../../ui/page/Page.js';
import { Sheet } from '../../ui/sheet/Sheet.js';

/** What is kept, why, who sees it, for how long, and what each person may ask for. */
export default function PrivacyPage() {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <Page title={t`隐私说明`} width="narrow" lead={<Trans>请放心读完，这一页不长。</Trans>}>
      <Sheet title={t`隐私说明`} heading="p">
        <h2>
          <Trans>谁在保管资料</Trans>
        </h2>
        <p>
          <Trans>
            使用同行的社会服务机构自己运行系统、自己保管资料，并对资料负责。软件不向境外或第三方发送使用情况，也没有广告和跟踪。
          </Trans>
        </p>
        <h2>
          <Trans>记下什么，为什么</Trans>
        </h2>
        <ul>
          <li>
            <Trans>儿童和家庭：提供服务所必需的资料。姓名、电话、住址、学校和经历单独加密保存。</Trans>
          </li>
          <li>
            <Trans>
              志愿者和工作人员：联系方式、培训、协议，以及违法犯罪记录查询的结果、日期和查询人，不保存查询内容。
            </Trans>
          </li>
          <li>
            <Trans>账号：登录所需的手机号或邮箱、加密后的密码，以及一个维持登录的必要 Cookie。</Trans>
          </li>
          <li>
            <Trans>这台设备：您选的语言和颜色，以及没有填完的表格；关闭浏览器标签页后，没填完的表格会清除。</Trans>
          </li>
        </ul>
        <h2>
          <Trans>谁能看到</Trans>
        </h2>
        <p>
          <Trans>每个人只看到自己的工作需要的内容。个案小组以外的人只看到化名。查阅和改动都有记录。</Trans>
        </p>
        <h2>
          <Trans>不满十四周岁的孩子</Trans>
        </h2>
        <p>
          <Trans>
            处理不满十四周岁儿童的个人信息，需要监护人单独同意；孩子自己的意见也会按年龄听取。拒绝或撤回同意，不影响孩子得到基本服务。
          </Trans>
        </p>
        <h2>
          <Trans>您可以要求</Trans>
        </h2>
        <p>
          <Trans>
            查看、复制、更正、删除自己的资料，或者撤回同意。请联系您所在的机构；如果机构不能照办，会书面告诉您原因。
          </Trans>
        </p>
        <h2>
          <Trans>保留多久</Trans>
        </h2>
        <p>
          <Trans>只保留到目的达成为止。法律要求保留的档案只做保存，不作他用。导入名单时的临时内容最多保留七天。</Trans>
        </p>
        <p>
          <Trans>这份文字从 {format.day(LEGAL_VERSIONS.privacy)} 起使用。有改动时，这里会换成新的日期。</Trans>
        </p>
      </Sheet>
    </Page>
  );
}
