import type { BodyTexts } from '../message-texts';

/** Korean: the text, the target and the properties. */
export const bodyTexts: BodyTexts = {
  'JSON.empty': '본문이 비어 있습니다. JSON 객체를 입력하세요.',
  'JSON.not_object': '본문의 유형: {type}. 모든 엔드포인트는 객체를 받습니다. { }로 감싸세요.',
  'JSON.unexpected': '{line}행 {column}열: JSON에서 “{found}”은(는) 여기에 올 수 없습니다.',
  'JSON.unclosed': '{line}행 {column}열: 괄호, 텍스트 또는 주석이 아직 열려 있습니다. 닫으세요.',
  'JSON.trailing_comma': '{line}행 {column}열: 마지막 항목 뒤의 쉼표는 전송할 때 빠집니다.',
  'JSON.missing_comma': '{line}행 {column}열: 앞에 쉼표가 없습니다.',
  'JSON.bad_escape':
    '{line}행 {column}열: JSON에 없는 이스케이프가 있습니다. 백슬래시는 \\\\로 쓰세요.',
  'JSON.bad_character':
    '{line}행 {column}열: 텍스트에 제어 문자가 그대로 있습니다. \\t와 같은 이스케이프로 쓰세요.',
  'JSON.bad_number': '{line}행 {column}열: 숫자가 완전하지 않습니다. 빠진 자릿수를 넣으세요.',
  'JSON.trailing_text': '{line}행 {column}열: 본문이 끝난 뒤에 내용이 더 있습니다. 지우세요.',
  'JSON.duplicate_key':
    '{line}행: “{field}”이(가) 여러 번 있습니다. 마지막 값만 유효하므로 나머지를 지우세요.',
  'JSON.duplicate_target':
    '{line}행: “{field}”이(가) 서로 다른 값으로 여러 번 있습니다. 전송 대상을 정하는 필드이므로 하나만 남기세요.',
  'JSON.lone_surrogate':
    '{line}행 {column}열: UTF-8로 보낼 수 없는 반쪽 문자(짝 없는 서로게이트)가 있습니다. 바꾸세요.',
  'JSON.body_size':
    '본문이 {bytes}바이트입니다. 서버는 최대 4MB({limit})를 받습니다. 호출을 나누세요.',
  'JSON.body_size_near':
    '본문이 {bytes}바이트입니다. 4MB 제한이 {limit}을(를) 뜻할 수 있습니다. 호출을 나누세요.',

  'R01.missing': '필수 항목인 campaign_id가 없습니다. API 트리거 캠페인의 ID를 추가하세요.',
  'R01.empty': 'campaign_id가 비어 있습니다. API 트리거 캠페인의 ID를 입력하세요.',
  'R01.not_text': 'campaign_id는 텍스트여야 합니다. 현재 유형: {type}. ID를 따옴표로 감싸세요.',
  'R02.dashboard_id':
    'campaign_id가 대시보드 주소의 ID처럼 16진수 24자리입니다. 캠페인 API 식별자(16진수 8-4-4-4-12)를 사용하세요.',
  'R02.white_space': 'campaign_id 앞뒤에 공백이 있습니다. 지우세요.',
  'R02.form':
    '“{value}”은(는) 캠페인 API 식별자(16진수 8-4-4-4-12)로 보이지 않습니다. ID를 확인하세요.',
  'R03.not_text': 'send_id는 텍스트여야 합니다. 현재 유형: {type}. 따옴표로 감싸세요.',
  'R03.empty': 'send_id가 비어 있습니다. 미리 만든 ID를 입력하거나 필드를 지우세요.',
  'R03.not_ascii': 'send_id에 “{character}”이(가) 있습니다. ASCII 문자만 쓸 수 있으므로 바꾸세요.',
  'R03.too_long': 'send_id가 {length}자입니다. {limit}자까지 쓸 수 있으므로 줄이세요.',

  'R04.not_object': '{field}은(는) 이름과 값으로 된 객체여야 합니다. 현재 유형: {type}.',
  'R04.empty_text': 'trigger_properties가 빈 텍스트입니다. 객체여야 하므로 { }를 쓰세요.',
  'R05.too_large':
    'trigger_properties가 {bytes}바이트입니다. 50KB(최대 {limit})까지 허용됩니다. 데이터를 줄이세요.',
  'R05.near_limit':
    'trigger_properties가 {bytes}바이트입니다. 50KB 제한이 {limit}을(를) 뜻할 수 있습니다. 데이터를 줄이세요.',
  'R05.merged':
    '요청의 trigger_properties와 합치면 이 수신자는 {bytes}바이트입니다. 50KB 제한({limit})이 합계에 적용될 수 있습니다.',
  'R06.null': '속성 값이 null인데 문서에 있는 유형이 아닙니다. 빼거나 값을 넣으세요.',
  'R06.null_in_context':
    '컨텍스트 값이 null인데 문서에 있는 유형이 아닙니다. 빼거나 값을 넣으세요.',
  'R06.braces':
    'Liquid 태그가 중괄호 세 개 이상으로 감싸여 있습니다. Liquid는 정확히 두 개를 씁니다. 남는 것을 지우세요.',

  'R07.not_boolean': 'broadcast는 따옴표 없는 true 또는 false여야 합니다. 현재 유형: {type}.',
  'R08.with_recipients':
    'broadcast가 true이면서 수신자가 지정되어 있습니다. 함께 쓸 수 없으므로 하나를 지우세요.',
  'R08.with_empty_list': 'broadcast가 true이고 recipients가 빈 목록입니다. recipients를 지우세요.',
  'R09.no_target':
    '대상이 없습니다. recipients도 audience도 없고 broadcast도 true가 아닙니다. 수신자를 추가하세요.',
  'R10.audience_alone':
    'recipients도 broadcast: true도 없이 대상(audience)만 있습니다. 문서의 설명이 서로 다르므로 둘 중 하나를 추가하세요.',
  'R11.attachments':
    '첨부 파일은 broadcast: true와 함께 쓸 수 없습니다. 지우거나 수신자를 지정하세요.',

  'R25.segment_id':
    '트리거 엔드포인트는 segment_id를 지원하지 않습니다. 지우세요. 캠페인이나 캔버스에는 자체 세그먼트가 있습니다.',
  'R25.api_key':
    '본문의 api_key는 오래된 방식이며 유출될 수 있습니다. 지우세요. 키는 Authorization 헤더에 넣습니다.',
  'R25.context_for_campaign':
    '{field}은(는) 캔버스용이며 캠페인은 읽지 않습니다. trigger_properties를 쓰세요.',
  'R25.schedule_on_send':
    'schedule은 schedule/create의 필드이며 이 엔드포인트는 바로 보냅니다. 지우거나 엔드포인트를 바꾸세요.',
  'R25.messages_field': '{field}은(는) /messages/send의 필드입니다. 여기서는 recipients를 쓰세요.',
  'R25.misspelled_field': '“{field}”은(는) 여기의 필드가 아닙니다. {suggestion}을(를) 뜻하나요?',
  'R25.unknown_field': '“{field}”은(는) 여기의 필드가 아닙니다. 지우거나 위치와 철자를 확인하세요.',
};
