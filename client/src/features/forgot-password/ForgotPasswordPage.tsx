import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useSearchParams } from 'react-router';
import { Button } from '../../ui/button/Button.js';
import { Card, Page } from '../../ui/page/Page.js';
import { AskForm } from './AskForm.js';
import { CodeForm } from './CodeForm.js';
import styles from './forgot-password.module.css';

/** A lost password. The step stands in the address, so that a phone may forget the page while its owner reads the SMS. */
export default function ForgotPasswordPage() {
  const { t } = useLingui();
  const [params, setParams] = useSearchParams();
  const sent = params.get('sent');
  const again = (): void => setParams({});
  return (
    <Page title={t`忘记密码`} width="narrow" lead={<Lead sent={sent} />}>
      <Card>
        {sent === 'SMS' ? <CodeForm again={again} /> : null}
        {sent === 'MAIL' ? (
          <div className={styles['sent']}>
            <p>
              <Trans>请打开邮件里的链接，设一个新密码。链接一小时内有效，在哪台设备上打开都可以。</Trans>
            </p>
            <div>
              <Button variant="default" onClick={again}>
                <Trans>再发一个</Trans>
              </Button>
            </div>
          </div>
        ) : null}
        {sent === 'SMS' || sent === 'MAIL' ? null : <AskForm asked={(channel) => setParams({ sent: channel })} />}
      </Card>
      <p className={styles['quiet']}>
        <Trans>
          想起来了？<Link to="/sign-in">回去登录</Link>。没有收到，或者手机号和邮箱都换了，请打电话给机构。
        </Trans>
      </p>
    </Page>
  );
}

function Lead({ sent }: { readonly sent: string | null }) {
  switch (sent) {
    case 'SMS':
      return <Trans>如果这个手机号有账号，短信马上就到。</Trans>;
    case 'MAIL':
      return <Trans>如果这个邮箱有账号，邮件马上就到；没看到的话，也看看垃圾邮件。</Trans>;
    default:
      return <Trans>填写登录用的手机号或邮箱，我们发给您一个验证码或链接。</Trans>;
  }
}
