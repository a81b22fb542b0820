import type { UserTexts } from '../message-texts';

/** Korean: recipients and their attributes. */
export const userTexts: UserTexts = {
  'R12.not_array': 'recipients는 객체 목록이어야 합니다. 현재 유형: {type}. [ ]로 감싸세요.',
  'R12.entry_not_object': '수신자는 식별자가 있는 객체여야 합니다. 현재 유형: {type}.',
  'R12.too_many':
    '수신자가 {count}명입니다. 호출 하나에 {limit}명까지입니다. 여러 호출로 나누세요.',
  'R13.none':
    '수신자에 식별자가 없습니다. external_user_id, user_alias, email, braze_id 중 정확히 하나를 추가하세요.',
  'R13.phone_only':
    '여기서 phone은 식별자가 아닙니다. external_user_id, user_alias, email, braze_id 중 정확히 하나를 쓰세요.',
  'R13.several': '수신자에 식별자가 여러 개 있습니다({fields}). 정확히 하나만 남기세요.',
  'R13.null_beside': '다른 식별자 옆에 {field}이(가) null로 있습니다. 지우세요.',
  'R14.external_empty': 'external_user_id가 비어 있습니다. 사용자의 ID를 입력하세요.',
  'R14.external_not_text': 'external_user_id는 텍스트여야 합니다. 현재 유형: {type}.',
  'R14.external_number':
    'external_user_id가 숫자 {value}입니다. 문서에는 텍스트로 되어 있으므로 따옴표로 감싸세요.',
  'R14.external_long':
    'external_user_id가 {bytes}바이트입니다. 프로필은 최대 {limit}바이트를 받습니다. ID를 확인하세요.',
  'R14.control_character': '{field}에 줄바꿈과 같은 제어 문자가 있습니다. 지우세요.',
  'R14.surrounding_space': '식별자의 앞이나 뒤에 공백이 있으며 값에 포함됩니다. 확인하세요.',
  'R14.email_form': '“{value}”은(는) 이메일 주소가 아닙니다. 고치세요.',
  'R14.braze_id_form': 'braze_id는 비어 있지 않은 텍스트여야 합니다.',
  'R15.not_object':
    'user_alias는 alias_name과 alias_label이 있는 객체여야 합니다. 현재 유형: {type}.',
  'R15.part_missing':
    'user_alias에 {part}이(가) 없습니다. alias_name과 alias_label이 모두 필수입니다.',
  'R15.part_empty': '{part}이(가) 비어 있습니다. 별칭의 두 부분이 모두 필수입니다.',
  'R15.part_not_text': '{part}은(는) 텍스트여야 합니다. 현재 유형: {type}.',
  'R15.part_long': '{part}이(가) {bytes}바이트입니다. {limit}바이트까지 쓸 수 있으므로 줄이세요.',
  'R16.no_prioritization':
    '같은 주소의 프로필이 여럿일 수 있어 email에는 prioritization이 필요합니다. ["identified", "most_recently_updated"]와 같이 추가하세요.',
  'R16.without_email': 'prioritization은 email과 함께일 때만 의미가 있습니다. 지우세요.',
  'R17.not_array': 'prioritization은 목록이어야 합니다. 현재 유형: {type}. [ ]로 감싸세요.',
  'R17.unknown_value':
    '“{value}”은(는) 우선순위 값이 아닙니다. identified, unidentified, most_recently_updated, least_recently_updated 중에서 쓰세요.',
  'R17.letter_case': '“{value}”은(는) {expected}(으)로 써야 합니다.',
  'R17.both_identified': 'identified와 unidentified는 함께 쓸 수 없습니다. 하나만 남기세요.',
  'R17.tie':
    '두 프로필의 순위가 같으면 아무것도 보내지 않습니다. most_recently_updated 또는 least_recently_updated를 추가하세요.',
  'R17.both_recency':
    'most_recently_updated와 least_recently_updated는 서로 반대입니다. 하나만 남기세요.',
  'R17.repeat': '{value}이(가) 두 번 있습니다. 하나를 지우세요.',
  'R18.attributes_missing':
    'send_to_existing_only가 false이면 새 사용자를 위해 attributes가 필요합니다. 추가하세요.',
  'R18.attributes_empty':
    'send_to_existing_only가 false인데 attributes가 비어 있어 사용자를 만들지 않습니다. 속성을 추가하세요.',
  'R18.attributes_not_object': 'attributes는 객체여야 합니다. 현재 유형: {type}.',
  'R18.not_boolean':
    'send_to_existing_only는 따옴표 없는 true 또는 false여야 합니다. 현재 유형: {type}.',
  'R19.false_with_alias':
    'send_to_existing_only: false로는 별칭만 있는 사용자를 만들 수 없습니다. 지우세요.',
  'R19.true_with_alias':
    'send_to_existing_only는 user_alias와 함께 쓰지 않는다고 되어 있습니다. 지우세요. 기본값이 이미 true입니다.',

  'R20.inc': 'inc는 1이나 -2와 같은 정수를 받습니다.',
  'R20.list_operator': '{operator}은(는) 목록이어야 합니다. 현재 유형: {type}. [ ]로 감싸세요.',
  'R20.object_operator': '{operator}은(는) 객체 목록을 받습니다. 현재 유형: {type}.',
  'R20.update_parts': '{operator}의 항목에 {parts}이(가) 없습니다. 추가하세요.',
  'R20.time':
    '$time은 텍스트로 쓴 날짜여야 합니다. 현재 유형: {type}. 그렇지 않으면 중첩 객체 전체가 무시됩니다.',
  'R20.subscription_groups':
    'subscription_groups는 그룹 목록이어야 합니다. 현재 유형: {type}. [ ]로 감싸세요.',
  'R20.subscription_entry': '구독 그룹은 ID와 상태가 있는 객체여야 합니다. 현재 유형: {type}.',
  'R20.subscription_id': '구독 그룹에 텍스트로 된 subscription_group_id가 없습니다.',
  'R20.subscription_state':
    'subscription_state가 “{value}”입니다. subscribed와 unsubscribed만 쓸 수 있습니다.',
  'R20.double_opt_in': 'use_double_opt_in_logic은 subscribed일 때만 효과가 있습니다. 지우세요.',
  'R20.subscribe_value': '{field}은(는) opted_in, subscribed 또는 unsubscribed를 받습니다.',
  'R20.location':
    'current_location에는 숫자로 된 longitude와 latitude가 필요합니다. 없는 것: {parts}.',
  'R20.push_tokens': 'push_tokens는 객체 목록이어야 합니다. 현재 유형: {type}.',
  'R20.push_token_part': '푸시 토큰에 텍스트로 된 {part}이(가) 없습니다.',
  'R20.device_id': 'device_id는 {least}~{limit}바이트여야 합니다. 현재 {bytes}바이트입니다.',
  'R20.gender': 'gender는 M, F, O, N, P 또는 null을 받습니다.',
  'R20.dob': 'dob는 실제로 있는 날짜를 YYYY-MM-DD로 받습니다.',
  'R20.email': '속성 email이 이메일 주소가 아닙니다. 고치거나 null로 지우세요.',
  'R20.not_boolean': '{field}은(는) true 또는 false여야 합니다. 현재 유형: {type}.',
  'R20.identifier_inside':
    '{field}이(가) attributes 안에 있지만 수신자에 이미 식별자가 있습니다. 지우세요.',
  'R20.letter_case':
    '프로필 필드는 소문자이므로 “{field}”은(는) 사용자 지정 속성이 됩니다. {expected}(으)로 쓰세요.',
  'R20.long_array':
    '목록에 항목이 {count}개 있습니다. 프로필은 최대 {limit}개를 보관합니다. 줄이세요.',
  'R20.nested_key':
    '“{field}”: 중첩 객체 안의 이름에 공백, 점, $가 있으면 업데이트가 무시될 수 있습니다.',
  'R21.same_user':
    '같은 사용자가 이미 {first}번째 수신자입니다. 마지막 속성으로 메시지 하나만 나갑니다. 하나를 지우세요.',
  'R21.same_address':
    '{first}번째 수신자의 주소와 대소문자만 다릅니다. 같은 사용자일 수 있으므로 하나를 지우세요.',
};
