import { graphql } from '../../gql/index.js';

export const NOTICES = graphql(`
  query Notices {
    notices {
      id
      ...NoticeItem_notice
    }
  }
`);

export const MARK_NOTICE_READ = graphql(`
  mutation MarkNoticeRead($id: ID!) {
    markNoticeRead(id: $id)
  }
`);
