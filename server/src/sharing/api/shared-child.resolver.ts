import { Context, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { toChildForCompany, toChildForExpert, toChildForPartner } from '../domain/shared-child.js';
import { SharedChildren } from '../shared-children.js';
import {
  ChildForCompanyType,
  ChildForExpertType,
  ChildForPartnerType,
  toCompanyType,
  toExpertType,
  toPartnerType,
} from './shared-child.types.js';

@Resolver()
export class SharedChildResolver {
  constructor(private readonly children: SharedChildren) {}

  @Query(() => [ChildForCompanyType], {
    description: 'Children opened to this reader of a company, each as far as the family agrees at this moment.',
  })
  @Allow('share.readAsCompany')
  async childrenForCompany(@Context('actor') actor: PersonActor): Promise<ChildForCompanyType[]> {
    return (await this.children.knownTo(actor, 'COMPANY')).map(toChildForCompany).map(toCompanyType);
  }

  @Query(() => [ChildForPartnerType], {
    description: 'Children opened to this reader of a partner agency, each as far as the family agrees at this moment.',
  })
  @Allow('share.readAsPartner')
  async childrenForPartner(@Context('actor') actor: PersonActor): Promise<ChildForPartnerType[]> {
    return (await this.children.knownTo(actor, 'PARTNER')).map(toChildForPartner).map(toPartnerType);
  }

  @Query(() => [ChildForExpertType], {
    description: 'Children opened to this expert, each as far as the family agrees at this moment.',
  })
  @Allow('share.readAsExpert')
  async childrenForExpert(@Context('actor') actor: PersonActor): Promise<ChildForExpertType[]> {
    return (await this.children.knownTo(actor, 'EXPERT')).map(toChildForExpert).map(toExpertType);
  }
}
