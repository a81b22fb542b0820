import type { lookups as pattern } from '../en/lookups';

export const lookups: typeof pattern = {
  chooseCampaign: '캠페인 선택…',
  chooseCanvas: '캔버스 선택…',
  search: '이름, ID 또는 태그로 찾기',
  reading: '목록을 읽는 중…',
  neverRead: '아직 목록을 읽지 않았습니다.',
  noneThere: '이 환경에는 없습니다.',
  readSoFar: '읽는 중, 지금까지 {names}개',
  asOf: '{age} 기준',
  counted: '{all}개 중 {shown}개',
  refresh: '다시 읽기',
  offline: '오프라인',
  lastSent: '마지막 전송 {date}',
  idCopied: '본문이 올바른 JSON이 아닙니다. 대신 ID를 복사했습니다.',
  detailsNotRead: '세부 정보를 읽지 못했습니다. {reason}',
  permission:
    '키에 권한이 없습니다. campaigns.list, campaigns.details, canvas.list, canvas.details가 필요합니다.',
  chip: {
    archived: '보관됨',
    draft: '초안',
    paused: '일시 중지',
    active: '활성',
    api: 'API 캠페인',
    triggered: 'API 트리거',
    other: 'API 트리거 아님',
  },
};
