import type { outcomes as pattern } from '../en/outcomes';

export const outcomes: typeof pattern = {
  blocked: '차단됨',
  refused: '거부됨',
  accepted: '접수됨',
  accepted_with_errors: '오류와 함께 접수됨',
  queued: '대기열에 추가됨',
  rate_limited: '속도 제한',
  failed: '실패',
  unknown: '알 수 없음',
  radius: {
    unreadable: '본문을 읽을 수 없음',
    none: '지정된 수신자 없음',
    recipients: '지정된 수신자 {count}명',
    audience: '오디언스: 조건 {count}개',
    segment: '캠페인 세그먼트 전체',
  },
};
