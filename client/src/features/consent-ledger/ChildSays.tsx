import { Trans, useLingui } from '@lingui/react/macro';
import type { FieldGroup } from '../../gql/graphql.js';
import { Checkbox, Textarea } from '../../ui/fields/fields.js';
import { Card, Section } from '../../ui/page/Page.js';
import { childSigns, type ConsentDraft, type Missing } from './consent-draft.js';
import { GroupAnswers } from './GroupAnswers.js';
import { SignaturePad } from './SignaturePad.js';

export interface ChildSaysProps {
  readonly draft: ConsentDraft;
  readonly age: number | null;
  readonly groups: readonly FieldGroup[];
  readonly change: (
    to: Partial<Pick<ConsentDraft, 'childAnswers' | 'childNotAble' | 'childNote' | 'childSignature'>>,
  ) => void;
  readonly lacking: readonly Missing[];
}

/** The child is asked alone, and a no of the child's is enough. */
export function ChildSays({ draft, age, groups, change, lacking }: ChildSaysProps) {
  const { t } = useLingui();
  const onPaper = draft.method === 'PAPER' || draft.method === 'THUMBPRINT';
  return (
    <Section
      title={<Trans>孩子自己说</Trans>}
      lead={<Trans>请单独问孩子。孩子说“不可以”的，谁也不给看；不用告诉家里是谁说的。</Trans>}
    >
      <Card>
        <Checkbox
          label={<Trans>孩子现在不能回答</Trans>}
          checked={draft.childNotAble}
          onChange={(event) => change({ childNotAble: event.target.checked })}
        />
        {draft.childNotAble ? (
          <Textarea
            label={t`您看到了什么`}
            description={t`例如：孩子还不会说话，用图片也没有表示。`}
            maxLength={500}
            value={draft.childNote}
            onChange={(event) => change({ childNote: event.target.value })}
            error={lacking.includes('childNote') ? t`请写一句，为什么现在问不到。` : undefined}
          />
        ) : (
          <>
            <GroupAnswers
              name="child"
              title={t`孩子的回答`}
              groups={groups}
              answers={draft.childAnswers}
              change={(childAnswers) => change({ childAnswers })}
            />
            {lacking.includes('childAnswers') ? <p role="alert">{t`请每一样都问一下孩子。`}</p> : null}
            {childSigns(age) && !onPaper ? (
              <SignaturePad
                label={t`孩子签名`}
                path={draft.childSignature}
                change={(childSignature) => change({ childSignature })}
                error={lacking.includes('childProof') ? t`十四岁起，请孩子自己签名。` : undefined}
              />
            ) : null}
          </>
        )}
      </Card>
    </Section>
  );
}
