import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import type { AgreementTemplate } from '../agreement.entities.js';
import { AgreementTemplates } from '../agreement-templates.js';
import {
  AgreementFieldType,
  AgreementTemplateType,
  ReleaseAgreementTemplateInput,
  ReleaseAgreementTemplateResult,
  SaveAgreementTemplateInput,
  SaveAgreementTemplateResult,
} from './agreement-templates.types.js';

@Resolver()
export class AgreementTemplatesResolver {
  constructor(private readonly templates: AgreementTemplates) {}

  @Query(() => [AgreementTemplateType], {
    description: 'All versions of the agency’s texts, the newest of each kind first.',
  })
  @Allow('agreement.read')
  async agreementTemplates(@Context('actor') { agencyId }: PersonActor): Promise<AgreementTemplateType[]> {
    return (await this.templates.list(agencyId)).map(toTemplate);
  }

  @Mutation(() => SaveAgreementTemplateResult, { description: 'Keeps the draft of a kind, also half of one.' })
  @Allow('agreement.write')
  async saveAgreementTemplate(
    @Args('input') input: SaveAgreementTemplateInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveAgreementTemplateResult> {
    const fields = input.fields.map(({ key, labelZh, labelEn }) => ({ key, labelZh, labelEn }));
    const outcome = await this.templates.save(actor, { ...input, fields });
    return outcome.ok ? toTemplate(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => ReleaseAgreementTemplateResult, { description: 'From now on this version is offered.' })
  @Allow('agreement.write')
  async releaseAgreementTemplate(
    @Args('input') { templateId, version, signBy }: ReleaseAgreementTemplateInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ReleaseAgreementTemplateResult> {
    const id = fromGlobalId('AgreementTemplate', templateId) ?? '';
    const until = (signBy ?? undefined) as LocalDate | undefined;
    const outcome = await this.templates.release(actor, id, version, until);
    return outcome.ok ? toTemplate(outcome.value) : toCommonPayload(outcome.error);
  }
}

function toTemplate(row: AgreementTemplate): AgreementTemplateType {
  const { kind, number, titleZh, titleEn, textZh, textEn, plainZh, plainEn, validDays, version } = row;
  return make(AgreementTemplateType, {
    ...{ kind, number, titleZh, titleEn, textZh, textEn, plainZh, plainEn, validDays, version },
    id: toGlobalId('AgreementTemplate', row.id),
    fields: row.fields.map((field) => make(AgreementFieldType, field)),
    signBy: row.signBy,
    releasedAt: row.releasedAt,
  });
}
