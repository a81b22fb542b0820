import type { TargetTexts } from '../message-texts';

/** Korean: what is known of the target and its properties. */
export const targetTexts: TargetTexts = {
  'Q01.missing': '{field}이(가) 없습니다. 이 조회에 필요합니다.',
  'Q01.type': '{field}은(는) {type}이지만 주소에 들어갑니다. 글, 숫자 또는 불리언이어야 합니다.',
  'Q01.value': '“{value}”은(는) {field}의 값이 아닙니다. 참조를 보세요.',

  'T01.is_canvas':
    '캠페인이 아니라 캔버스 “{name}”의 ID입니다. 캠페인을 고르거나 캔버스용 엔드포인트를 쓰세요.',
  'T01.is_campaign':
    '캔버스가 아니라 캠페인 “{name}”의 ID입니다. 캔버스를 고르거나 캠페인용 엔드포인트를 쓰세요.',
  'T01.campaign_not_listed':
    '목록을 읽었을 때 이 환경에는 이 ID의 캠페인이 없었습니다. 하나를 고르거나 목록을 다시 읽으세요.',
  'T01.canvas_not_listed':
    '목록을 읽었을 때 이 환경에는 이 ID의 캔버스가 없었습니다. 하나를 고르거나 목록을 다시 읽으세요.',
  'T01.archived':
    '“{name}”은(는) 보관됨 상태입니다. 호출은 알림과 함께 접수되지만 아무것도 나가지 않습니다.',
  'T01.draft':
    '“{name}”은(는) 시작한 적 없는 초안입니다. 호출이 거부되거나 아무것도 나가지 않습니다.',
  'T01.disabled':
    '“{name}”은(는) 일시 중지 상태입니다. 호출은 알림과 함께 접수되지만 아무것도 나가지 않습니다.',
  'T01.api_campaign':
    '“{name}”은(는) /messages/send가 가리키는 API 캠페인입니다. API 트리거 캠페인을 고르세요.',
  'T01.not_api_campaign':
    '“{name}”은(는) API 캠페인이 아닙니다. /messages/send에는 그 종류가 필요합니다.',
  'T01.not_triggered':
    '“{name}”은(는) 스스로 시작합니다(schedule_type {scheduleType}). API 트리거 전달을 쓰는 것을 고르세요.',
  'T01.no_email': '“{name}”에는 이메일이 없습니다({channels}). 첨부 파일은 이메일에만 붙습니다.',
  'T02.missing': '“{property}”이(가) 없습니다. {place}에서 읽으므로 그 자리가 비게 됩니다.',
  'T02.missing_for_recipient':
    '{recipient}번째 수신자에게도 요청에도 “{property}”이(가) 없습니다. {place}에서 읽습니다.',
  'T02.merge_unclear':
    '“{property}”은(는) 요청의 속성에만 있고, 여기 속성이 그것을 대신합니다. {place}에서 읽습니다.',
  'T02.misspelt': '“{field}”을(를) 읽는 글이 없습니다. “{suggestion}”을(를) 뜻하는 듯합니다.',
  'T02.unused': '“{field}”을(를) 읽는 글이 없습니다.',
};
