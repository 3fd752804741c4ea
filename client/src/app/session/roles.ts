// Words for roles and faces; a code never reaches the screen.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { MATRIX, type Face, type Permission, type Role } from '@tongxing/shared/permissions';

export const ROLE_WORDS: Readonly<Record<Role, MessageDescriptor>> = {
  SOCIAL_WORKER: msg`社会工作者`,
  SUPERVISOR: msg`督导者`,
  DIRECTOR: msg`机构负责人`,
  ARCHIVIST: msg`档案管理员`,
  FINANCE: msg`财务人员`,
  VOLUNTEER: msg`志愿者`,
  CSR_COORDINATOR: msg`企业社会责任专员`,
  EMPLOYEE: msg`企业志愿者`,
  DONOR: msg`捐赠人`,
  GUARDIAN: msg`监护人`,
  REFERRER: msg`转介人`,
  EXPERT: msg`专家`,
  COMMISSIONER: msg`委托方`,
  AUDITOR: msg`审计员`,
  PLATFORM_OPERATOR: msg`平台运维人员`,
};

export const FACE_WORDS: Readonly<Record<Face, MessageDescriptor>> = {
  AGENCY: msg`机构工作台`,
  COMPANY: msg`企业页面`,
  DONOR: msg`捐赠人页面`,
  VOLUNTEER: msg`志愿者页面`,
  GUARDIAN: msg`监护人页面`,
};

/** Who may do it, for "whom to ask". */
export const rolesThatMay = (permission: Permission): readonly Role[] => MATRIX[permission];
