import { Trans, useLingui } from '@lingui/react/macro';
import { LEGAL_VERSIONS } from '@tongxing/shared/rules';
import { useFormat } from '../../ui/format/use-format.js';
import { Page } from '../../ui/page/Page.js';
import { Sheet } from '../../ui/sheet/Sheet.js';

/** What those who sign in promise each other, short enough to be read. */
export default function TermsPage() {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <Page title={t`使用约定`} width="narrow" lead={<Trans>登录使用同行，就表示愿意遵守下面几条。</Trans>}>
      <Sheet title={t`使用约定`} heading="p">
        <h2>
          <Trans>孩子的利益排在最前面</Trans>
        </h2>
        <ul>
          <li>
            <Trans>不打听、不转述、不截图传播孩子和家庭的情况。</Trans>
          </li>
          <li>
            <Trans>不私下联系孩子，不拍照，不送计划以外的礼物，不单独接送。</Trans>
          </li>
          <li>
            <Trans>发现孩子可能受到伤害，马上告诉社会工作者；情况紧急时先拨打 110。</Trans>
          </li>
        </ul>
        <h2>
          <Trans>账号是您自己的</Trans>
        </h2>
        <p>
          <Trans>不把密码告诉别人，不替别人登录或签字。手机丢失或怀疑被别人用过，请马上修改密码并告诉机构。</Trans>
        </p>
        <h2>
          <Trans>记下的是真实的事</Trans>
        </h2>
        <p>
          <Trans>如实填写。写错了可以更正，更正会留下记录，不会有人因为诚实更正受到责备。</Trans>
        </p>
        <h2>
          <Trans>可以停下来</Trans>
        </h2>
        <p>
          <Trans>
            志愿者可以暂停或退出，家庭可以撤回同意，孩子可以说不。停下来不需要付出代价，也不影响应有的帮助。
          </Trans>
        </p>
        <h2>
          <Trans>软件的边界</Trans>
        </h2>
        <p>
          <Trans>系统给出提醒和建议，决定由人作出。软件按 AGPL-3.0 许可提供，不附带担保；机构对自己的服务负责。</Trans>
        </p>
        <p>
          <Trans>这份文字从 {format.day(LEGAL_VERSIONS.terms)} 起使用。有改动时，这里会换成新的日期。</Trans>
        </p>
      </Sheet>
    </Page>
  );
}
