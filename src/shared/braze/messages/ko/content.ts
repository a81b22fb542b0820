import type { ContentTexts } from '../message-texts';

/** Korean: attachments, audiences, Canvases, messages and schedules. */
export const contentTexts: ContentTexts = {
  'R22.not_array': 'attachments는 객체 목록이어야 합니다. 현재 유형: {type}. [ ]로 감싸세요.',
  'R22.entry_not_object': '첨부 파일은 객체여야 합니다. 현재 유형: {type}.',
  'R22.part_missing':
    '첨부 파일에 {part}이(가) 없습니다. file_name과 url이 모두 텍스트로 필요합니다.',
  'R22.credential':
    'basic_auth_credential은 저장된 자격 증명의 이름이어야 합니다. 현재 유형: {type}.',
  'R23.type': '.{extension} 파일은 첨부할 수 없습니다. 허용된 유형을 쓰세요.',
  'R24.not_absolute': 'url은 https:// 또는 http://로 시작하는 전체 주소여야 합니다.',
  'R24.no_extension':
    '주소에 파일 확장자가 없어 유형을 알 수 없습니다. 확장자로 끝나는 주소를 쓰세요.',
  'R24.name_with_extension':
    'file_name에 .{extension}이(가) 있습니다. 확장자는 url에서 가져오므로 빼세요.',
  'R24.google_drive':
    'Google Drive는 파일을 가져가는 서버를 자주 거부합니다. 다른 호스트를 쓰세요.',
  'R24.personal_data':
    '주소에 개인 정보({parameter})가 있는 것 같습니다. 주소는 로그에 남으므로 빼세요.',
  'R24.secret':
    '주소에 비밀 값({parameter})이 있는 것 같습니다. basic_auth_credential이나 공개 파일을 쓰세요.',

  'R26.not_object': '대상의 이 부분은 객체여야 합니다. 현재 유형: {type}.',
  'R26.operator': '“{found}”은(는) 연산자가 아닙니다. AND와 OR만 있습니다.',
  'R26.operator_case': '연산자 “{found}”은(는) 대문자로 써야 합니다: {expected}.',
  'R26.not_list': '{operator}은(는) 필터 목록을 받습니다. 현재 유형: {type}. [ ]로 감싸세요.',
  'R26.several_keys':
    '대상의 이 부분에 키가 {count}개 있습니다. 하나여야 하므로 필터를 AND 또는 OR로 묶으세요.',
  'R26.empty_node': '대상의 이 부분이 비어 있습니다. 필터를 추가하거나 지우세요.',
  'R26.filter_not_object': '필터 {filter}은(는) 객체여야 합니다. 현재 유형: {type}.',
  'R26.empty_list': '{operator}의 목록이 비어 있습니다. 필터를 추가하거나 연산자를 지우세요.',
  'R27.comparison_missing': '필터 {filter}에 comparison이 없습니다. 추가하세요.',
  'R27.comparison':
    '“{comparison}”은(는) {filter}의 비교가 아닙니다. 이 필터가 제공하는 것을 고르세요.',
  'R27.old_name': 'does_not_equal은 불리언 비교의 옛 이름입니다. not_equal로 쓰세요.',
  'R28.value_missing': '{comparison}에는 값(value)이 필요합니다. 추가하세요.',
  'R28.value_type': '{comparison}이(가) 받는 유형: {expected}. 현재 유형: {type}.',
  'R28.date': '“{value}”은(는) 2026-01-31T09:00:00Z와 같은 ISO 8601 날짜와 시간이 아닙니다.',
  'R28.date_only': '“{value}”에 시간이 없습니다. 2026-01-31T09:00:00Z와 같이 모두 쓰세요.',
  'R28.subscription_value':
    '“{value}”은(는) 구독 상태가 아닙니다. opted_in, subscribed 또는 unsubscribed를 쓰세요.',
  'R28.value_unused': '{comparison}은(는) 값을 받지 않습니다. 지우세요.',
  'R28.days': '{comparison}은(는) 일수를 셉니다. {value}은(는) 0 이상의 정수가 아닙니다.',
  'R28.regex': '정규식을 컴파일할 수 없습니다. 괄호와 이스케이프를 확인하세요.',
  'R28.list_unconfirmed': '문서에는 {comparison}에 값이 하나입니다. 목록에는 is_none_of를 쓰세요.',
  'R28.empty_list': '{comparison}의 목록이 비어 있습니다. 값을 추가하세요.',
  'R29.kind':
    '“{filter}”은(는) 연결된 대상의 필터가 아닙니다. custom_attribute, push_subscription_status, email_subscription_status, last_used_app 네 가지가 있습니다.',
  'R29.name_missing': '필터에 텍스트로 된 custom_attribute_name이 없습니다. 추가하세요.',
  'R29.name_dot':
    '“{name}”에 점이 있습니다. 여기서는 중첩 속성으로 필터링할 수 없으므로 이름을 확인하세요.',

  'R30.canvas_missing': '필수 항목인 canvas_id가 없습니다. 캔버스의 ID를 추가하세요.',
  'R30.canvas_empty': 'canvas_id가 비어 있습니다. API 트리거 캔버스의 ID를 입력하세요.',
  'R30.canvas_not_text':
    'canvas_id는 텍스트여야 합니다. 현재 유형: {type}. ID를 따옴표로 감싸세요.',
  'R30.canvas_form':
    'canvas_id가 캔버스 API 식별자(16진수 8-4-4-4-12)로 보이지 않습니다. ID를 확인하세요.',
  'R30.context_not_object': '{field}은(는) 이름과 값으로 된 객체여야 합니다. 현재 유형: {type}.',
  'R30.context_empty_text': '컨텍스트가 빈 텍스트입니다. 객체여야 하므로 { }를 쓰세요.',
  'R30.context_too_large':
    '컨텍스트가 {bytes}바이트입니다. 50KB(최대 {limit})까지 허용됩니다. 데이터를 줄이세요.',
  'R30.context_near_limit':
    '컨텍스트가 {bytes}바이트입니다. 50KB 제한이 {limit}을(를) 뜻할 수 있습니다. 데이터를 줄이세요.',
  'R30.context_merged':
    '요청의 컨텍스트와 합치면 이 수신자는 {bytes}바이트입니다. 50KB 제한({limit})이 합계에 적용될 수 있습니다.',
  'R30.old_name': 'canvas_entry_properties는 이전 이름입니다. context로 쓰세요.',
  'R30.both_names':
    'context와 canvas_entry_properties가 모두 있어 어느 쪽이 유효한지 알 수 없습니다. context만 남기세요.',
  'R30.trigger_properties': 'trigger_properties는 캔버스에서 효과가 없습니다. context를 쓰세요.',
  'R30.attachments': '첨부 파일은 캠페인에만 문서화되어 있습니다. 지우세요.',
  'R30.subscription_groups':
    '기본 설정에서 캔버스 트리거는 구독 그룹을 업데이트하지 않습니다. 다른 호출로 업데이트하세요.',
  'R30.shared_rules': '여기서는 캔버스에도 캠페인과 같은 규칙이 적용됩니다. 어긴 규칙: {rules}.',

  'R31.no_target':
    '대상이 없습니다. external_user_ids, user_aliases, segment_id 또는 audience를 추가하세요.',
  'R31.no_users':
    '지정된 사용자가 없고 broadcast도 true가 아닙니다. 사용자를 지정하거나 대상 전체에 보내려면 broadcast를 true로 하세요.',
  'R31.broadcast_with_users':
    'broadcast가 true이면서 사용자가 지정되어 있습니다. 함께 쓸 수 없으므로 하나를 지우세요.',
  'R31.ids_not_texts': 'external_user_ids는 텍스트 목록이어야 합니다. 현재 유형: {type}.',
  'R31.aliases_not_list': 'user_aliases는 객체 목록이어야 합니다. 현재 유형: {type}.',
  'R31.segment_not_text': 'segment_id는 텍스트여야 합니다. 현재 유형: {type}.',
  'R31.too_many':
    'ID와 별칭이 모두 {count}개입니다. 호출 하나에 합쳐서 {limit}개까지입니다. 여러 호출로 나누세요.',
  'R31.recipients':
    'recipients는 트리거 엔드포인트의 필드입니다. 여기서는 external_user_ids나 user_aliases를 쓰세요.',
  'R32.messages_missing': 'messages가 없어 보낼 내용이 없습니다. 채널을 추가하세요.',
  'R32.messages_not_object': 'messages는 채널이 있는 객체여야 합니다. 현재 유형: {type}.',
  'R32.messages_empty': 'messages가 비어 있어 보낼 내용이 없습니다. 채널을 추가하세요.',
  'R32.channel':
    '“{channel}”은(는) 채널이 아닙니다. email, apple_push, android_push와 같은 채널을 쓰세요.',
  'R32.channel_not_object': '{channel} 메시지는 객체여야 합니다. 현재 유형: {type}.',
  'R32.campaign_not_text': 'campaign_id는 텍스트여야 합니다. 현재 유형: {type}.',
  'R32.variation_missing':
    'campaign_id가 있으면 모든 메시지에 message_variation_id가 필요합니다. {channel}에 추가하세요.',
  'R32.subscription_state':
    '“{value}”은(는) recipient_subscription_state 값이 아닙니다. opted_in, subscribed 또는 all을 쓰세요.',
  'R32.not_boolean': '{field}은(는) 따옴표 없는 true 또는 false여야 합니다. 현재 유형: {type}.',
  'R32.part_missing': '문서에는 {channel} 메시지에 {part}이(가) 있습니다. 필요한지 확인하세요.',

  'R33.schedule_missing': 'schedule이 없습니다. 시간(time)과 함께 추가하세요.',
  'R33.not_object': 'schedule은 시간이 있는 객체여야 합니다. 현재 유형: {type}.',
  'R33.time_missing': 'schedule에 time이 없습니다. 2031-01-31T09:00:00Z와 같이 추가하세요.',
  'R33.time_form': '“{value}”은(는) 2031-01-31T09:00:00Z와 같은 ISO 8601 날짜와 시간이 아닙니다.',
  'R33.date_only': 'time에 날짜만 있습니다. 2031-01-31T09:00:00Z와 같이 모두 쓰세요.',
  'R33.flag': '{field}은(는) 따옴표 없는 true 또는 false여야 합니다. 현재 유형: {type}.',
  'R33.zone':
    'in_local_time이나 at_optimal_time이 있으면 현지 시간이므로 시간대를 쓰지 않습니다. Z나 오프셋을 지우세요.',
  'R33.past': '이미 지난 시간입니다. 더 나중 시간을 고르세요.',
  'R34.target_missing': '{field}이(가) 없습니다. 예약을 바꾸는 데 필요합니다.',
  'R34.schedule_id_missing': 'schedule_id가 없습니다. schedule/create가 응답한 ID를 추가하세요.',
  'R34.schedule_id_form': 'schedule_id는 비어 있지 않은 텍스트여야 합니다.',
  'R34.schedule_missing': 'schedule이 없습니다. 새 예약이 이전 예약을 대신하므로 추가하세요.',
  'R35.campaign_missing':
    'campaign_id가 없습니다. 전송 ID는 캠페인 하나에 대해 만들어지므로 그 ID를 추가하세요.',
  'R35.campaign_form': 'campaign_id는 비어 있지 않은 텍스트여야 합니다.',
};
