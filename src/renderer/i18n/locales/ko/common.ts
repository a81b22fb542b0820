import type { common as pattern } from '../en/common';

export const common: typeof pattern = {
  cancel: '취소',
  close: '닫기',
  copy: '복사',
  copied: '복사됨',
  delete: '삭제',
  loading: '불러오는 중',
  more: '추가 작업',
  name: '이름',
  notifications: '알림',
  retry: '다시 시도',
  save: '저장',
  sizeIs: '크기: {size}.',
  undo: '실행 취소',
};
