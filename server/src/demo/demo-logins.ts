import { Injectable } from '@nestjs/common';
import { DemoAccounts, type DemoAccount } from '../platform/config/index.js';

/** The same public password for every demo login. */
export const DEMO_PASSWORD = 'tongxing-demo';

/** One login for each person who has one. Names and numbers are invented. */
export const DEMO_LOGINS: readonly DemoAccount[] = [
  {
    name: '林溪',
    role: 'SOCIAL_WORKER',
    face: 'AGENCY',
    identifier: 'worker@demo.tongxing.example',
    password: DEMO_PASSWORD,
  },
  {
    name: '陈静',
    role: 'SUPERVISOR',
    face: 'AGENCY',
    identifier: 'supervisor@demo.tongxing.example',
    password: DEMO_PASSWORD,
  },
  {
    name: '周岚',
    role: 'DIRECTOR',
    face: 'AGENCY',
    identifier: 'director@demo.tongxing.example',
    password: DEMO_PASSWORD,
  },
  { name: '许诺', role: 'VOLUNTEER', face: 'VOLUNTEER', identifier: '13900000001', password: DEMO_PASSWORD },
  {
    name: '何雨',
    role: 'CSR_COORDINATOR',
    face: 'COMPANY',
    identifier: 'csr@demo.tongxing.example',
    password: DEMO_PASSWORD,
  },
  {
    name: '罗荫',
    role: 'REFERRER',
    face: 'AGENCY',
    identifier: 'partner@demo.tongxing.example',
    password: DEMO_PASSWORD,
  },
  {
    name: '文珂',
    role: 'EXPERT',
    face: 'AGENCY',
    identifier: 'expert@demo.tongxing.example',
    password: DEMO_PASSWORD,
  },
  { name: '郭明', role: 'EMPLOYEE', face: 'VOLUNTEER', identifier: '13900000002', password: DEMO_PASSWORD },
  { name: '沈月', role: 'DONOR', face: 'DONOR', identifier: '13900000003', password: DEMO_PASSWORD },
];

/** Holds the historical cohorts, beside the demo agency and apart from it. */
export const COHORT_AGENCY = '同行历史数据（虚构样本）';
export const COHORT_LOGIN: DemoAccount = {
  name: '方砚',
  role: 'DIRECTOR',
  face: 'AGENCY',
  identifier: 'figures@demo.tongxing.example',
  password: DEMO_PASSWORD,
};

@Injectable()
export class DemoLogins extends DemoAccounts {
  override list(): Promise<readonly DemoAccount[]> {
    return Promise.resolve([...DEMO_LOGINS, COHORT_LOGIN]);
  }
}
