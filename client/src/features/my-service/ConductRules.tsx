import { Trans } from '@lingui/react/macro';

/** The agency's rules for one-to-one contact (H25), accepted before the first meeting and shown ever after. */
export function ConductRules() {
  return (
    <ul>
      <li>
        <Trans>只在约好的、别人看得到的地方见面，附近有另一位大人。</Trans>
      </li>
      <li>
        <Trans>男生和女生之间，按机构的规定有第三个人在场。</Trans>
      </li>
      <li>
        <Trans>不加私人微信，不私下发消息；有事通过社会工作者。</Trans>
      </li>
      <li>
        <Trans>不送计划以外的礼物和钱。</Trans>
      </li>
      <li>
        <Trans>不开车接送，不一起过夜。</Trans>
      </li>
      <li>
        <Trans>不拍照，不对别人讲孩子和家里的事。</Trans>
      </li>
      <li>
        <Trans>孩子任何时候都可以说停，您也可以。</Trans>
      </li>
    </ul>
  );
}
