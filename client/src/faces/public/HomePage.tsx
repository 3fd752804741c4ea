import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, type ReactNode } from 'react';
import { Navigate } from 'react-router';
import { LinkButton } from '../../ui/button/Button.js';
import { pathOfFace } from '../../app/session/face-path.js';
import { useSession } from '../../app/session/session-context.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { MovingDesk } from '../../ui/drawings/MovingDesk.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import styles from './home.module.css';

/** What this is, for whom, and what it promises; nothing that is not so. */
export function HomePage() {
  const { t } = useLingui();
  const session = useSession();
  useEffect(() => {
    document.title = t`同行：陪在流动儿童身边`;
  }, [t]);
  if (session.status === 'ready' && session.platform.needsSetup) return <Navigate replace to="/setup" />;
  const viewer = session.status === 'ready' ? session.viewer : undefined;
  return (
    <div className={styles['home']}>
      <section className={styles['hero']}>
        <div className={styles['words']}>
          <h1>
            <Trans>两条路相遇，然后一起往前走</Trans>
          </h1>
          <p className={styles['lead']}>
            <Trans>
              同行帮助社会服务机构，让志愿者、企业和捐赠人，按照规范，稳稳地陪在遇到困难的流动儿童和他们的家庭身边。
            </Trans>
          </p>
          <div className={styles['actions']}>
            <LinkButton to={viewer ? pathOfFace(viewer.face) : '/sign-in'} size="md">
              {viewer ? <Trans>进入我的页面</Trans> : <Trans>登录</Trans>}
            </LinkButton>
            {viewer ? null : (
              <LinkButton to="/apply" size="md" variant="default">
                <Trans>我想做志愿者</Trans>
              </LinkButton>
            )}
            <a href="#how">
              <Trans>看看我们怎样保护孩子</Trans>
            </a>
          </div>
        </div>
        <TwoPaths />
      </section>

      <section className={styles['people']} aria-labelledby="people">
        <h2 id="people">
          <Trans>为谁而做</Trans>
        </h2>
        <Person drawing={<MovingDesk />} title={<Trans>社会工作者</Trans>}>
          <Trans>
            导入名单，看清谁已经准备好、谁还缺什么；让系统算出整体最合适的搭配，每一条建议都写明理由，由您来决定。
          </Trans>
        </Person>
        <Person drawing={<HandsWithBook />} title={<Trans context="several">志愿者</Trans>}>
          <Trans>在手机上看到自己还差哪一步、什么时候可以开始，以及遇到问题时该找哪一位社会工作者。</Trans>
        </Person>
        <Person drawing={<OpenWindow />} title={<Trans>家庭</Trans>}>
          <Trans>不需要账号。用一个私人链接，就能看到自己同意过什么、陪伴的人是谁，随时可以撤回。</Trans>
        </Person>
      </section>

      <section className={styles['promises']} aria-labelledby="how">
        <h2 id="how" tabIndex={-1}>
          <Trans>怎样保护孩子</Trans>
        </h2>
        <ol>
          <Assurance title={<Trans>没有同意，就不会开始</Trans>}>
            <Trans>
              监护人的同意和孩子自己的回答都记下来，一对一的陪伴才能开始。同意可以随时撤回，撤回后马上看不到，也不影响孩子得到的其他服务。
            </Trans>
          </Assurance>
          <Assurance title={<Trans>只用化名</Trans>}>
            <Trans>个案小组以外的人只看到化名。这里没有孩子的照片，没有名册可以浏览，也没有人能挑选孩子。</Trans>
          </Assurance>
          <Assurance title={<Trans>每一个人都经过查询</Trans>}>
            <Trans>
              所有服务人员，包括志愿者和专家，每年都要查询违法犯罪记录，完成培训，签好协议。少了一样，系统就不会安排。
            </Trans>
          </Assurance>
          <Assurance title={<Trans>做过的事有记录</Trans>}>
            <Trans>谁在什么时候改了什么，记录连成一串，删去或改动任何一条都会被发现。</Trans>
          </Assurance>
        </ol>
        <p className={styles['law']}>
          <Trans>
            依据《困境儿童社会工作服务规范》（MZ/T
            248—2025）、未成年人保护法和个人信息保护法设计；每一次拒绝都会说明依据的条款。
          </Trans>
        </p>
      </section>
    </div>
  );
}

interface PersonProps {
  readonly drawing: ReactNode;
  readonly title: ReactNode;
  readonly children: ReactNode;
}

function Person({ drawing, title, children }: PersonProps) {
  return (
    <article className={styles['person']}>
      {drawing}
      <h3>{title}</h3>
      <p>{children}</p>
    </article>
  );
}

function Assurance({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      <h3>{title}</h3>
      <p>{children}</p>
    </li>
  );
}
