import { Trans, useLingui } from '@lingui/react/macro';
import { IconLogout } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { facesOf, pathOfFace } from '../../app/session/face-path.js';
import { FACE_WORDS, ROLE_WORDS } from '../../app/session/roles.js';
import { useSession, useViewer } from '../../app/session/session-context.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { useLanguageChoice, useSchemeChoice } from '../../ui/shell/use-choices.js';
import { Protection } from '../factors/index.js';
import { ChangeIdentifier } from './ChangeIdentifier.js';
import { ChangePasswordForm } from './ChangePasswordForm.js';
import styles from './account.module.css';
import { CompanyTies } from './CompanyTies.js';
import { Devices } from './Devices.js';
import { OwnCheck } from './OwnCheck.js';
import { useTextSize } from './use-text-size.js';

/** One's own account: who one is here, language, colours, password, sign-out. */
export default function AccountPage() {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  const { signOut } = useSession();
  const format = useFormat();
  const language = useLanguageChoice();
  const scheme = useSchemeChoice();
  const text = useTextSize();
  const others = facesOf(viewer.roles).filter((face) => face !== viewer.face);
  return (
    <Page title={t`我的账号`} width="narrow">
      <Card>
        <p className={styles['who']}>
          <strong>{viewer.name}</strong>
          <span>{viewer.agency.name}</span>
        </p>
        <p>
          <Trans>在这里的职责：{format.list(viewer.roles.map((role) => i18n._(ROLE_WORDS[role])))}</Trans>
        </p>
        {others.map((face) => (
          <Link key={face} to={pathOfFace(face)}>
            <Trans>打开{i18n._(FACE_WORDS[face])}</Trans>
          </Link>
        ))}
      </Card>

      <OwnCheck />

      <Section title={<Trans>语言和显示</Trans>}>
        <div className={styles['choices']}>
          <NativeSelect
            label={t`语言`}
            description={t`通知也用这种语言。`}
            value={language.locale}
            onChange={(event) => void language.choose(event.currentTarget.value === 'en' ? 'en' : 'zh-CN')}
            data={[
              { value: 'zh-CN', label: language.names['zh-CN'] },
              { value: 'en', label: language.names.en },
            ]}
          />
          <NativeSelect
            label={t`颜色`}
            description={t`只影响这台设备。`}
            value={scheme.chosen}
            onChange={(event) => {
              const { value } = event.currentTarget;
              scheme.choose(value === 'light' || value === 'dark' ? value : 'auto');
            }}
            data={[
              { value: 'auto', label: t`跟随设备` },
              { value: 'light', label: t`浅色` },
              { value: 'dark', label: t`深色` },
            ]}
          />
          <NativeSelect
            label={t`电脑上的字号`}
            description={t`只影响这台设备。`}
            value={text.size}
            onChange={(event) => text.choose(event.currentTarget.value === 'large' ? 'large' : 'normal')}
            data={[
              { value: 'normal', label: t`标准` },
              { value: 'large', label: t`大一些` },
            ]}
          />
        </div>
      </Section>

      <Section
        title={<Trans>消息怎么发给我</Trans>}
        lead={<Trans>什么时候发、合在一起还是马上发、哪几个钟点不打扰。</Trans>}
      >
        <p>
          <Link to={`${pathOfFace(viewer.face)}/messages`}>
            <Trans>选择消息怎么发给我</Trans>
          </Link>
        </p>
      </Section>

      <Section title={<Trans>登录用的手机号或邮箱</Trans>}>
        <ChangeIdentifier />
      </Section>

      <Section title={<Trans>修改密码</Trans>}>
        <Card>
          <ChangePasswordForm />
        </Card>
      </Section>

      <CompanyTies />

      <Section title={<Trans>登录保护</Trans>} lead={<Trans>密码以外再确认一步，账号和孩子们的资料就更安全。</Trans>}>
        <Protection />
      </Section>

      <Section
        title={<Trans>登录着的设备</Trans>}
        lead={<Trans>有不认识的，请退出它，再改一次密码。退出马上生效。</Trans>}
      >
        <Devices />
      </Section>

      <Section
        title={<Trans>关于我的信息</Trans>}
        lead={<Trans>看看保存了您的什么，要一份副本，请我们更正或者删除。</Trans>}
      >
        <p>
          <Link to={`${pathOfFace(viewer.face)}/my-data`}>
            <Trans>查看、更正或者删除我的信息</Trans>
          </Link>
        </p>
      </Section>

      <Section title={<Trans>退出登录</Trans>} lead={<Trans>用的是别人的或公用的设备？用完请退出。</Trans>}>
        <div>
          <Button
            variant="default"
            leftSection={<IconLogout size={18} stroke={1.75} aria-hidden />}
            onClick={() => void signOut()}
          >
            <Trans>退出登录</Trans>
          </Button>
        </div>
      </Section>
    </Page>
  );
}
