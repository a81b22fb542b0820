import type { ReferenceTexts } from './reference-texts';

/** Korean reference of the fields. */
export const ko: ReferenceTexts = {
  campaign_id: 'API 트리거 캠페인의 API 식별자. 대시보드의 캠페인 페이지에 있습니다.',
  canvas_id: 'API 트리거 캔버스의 API 식별자. 대시보드의 캔버스 페이지에 있습니다.',
  send_id:
    '이 전송의 분석을 추적하는 전송 식별자. ASCII 64자 이하이며 /sends/id/create로 먼저 만들어야 합니다.',
  trigger_properties:
    '호출의 모든 수신자에게 적용되는 캠페인 Liquid 값: {{api_trigger_properties.${name}}}. 최대 50KB.',
  context: '호출의 모든 수신자에게 적용되는 캔버스 Liquid 값: {{context.${name}}}. 최대 50KB.',
  canvas_entry_properties: 'context의 이전 이름이며 아직 받아들여집니다.',
  broadcast:
    'true이면 캠페인, 캔버스 또는 세그먼트가 타겟팅하는 모두에게 보냅니다. 기본값 false. 지정된 사용자와 함께 쓸 수 없습니다.',
  audience:
    '연결된 대상: 전송 대상을 좁히는 필터. recipients와 함께 쓰면 둘 다 만족하는 사용자만 받습니다.',
  'campaign.recipients': '보낼 사용자. 호출당 최대 50명이며 각각 식별자가 정확히 하나입니다.',
  'canvas.recipients':
    '캔버스에 들어갈 사용자. 호출당 최대 50명이며 각각 식별자가 정확히 하나입니다.',
  attachments:
    '이메일 첨부 파일. 최대 2MB이며 주소에서 가져옵니다. broadcast: true와 함께 쓸 수 없습니다.',
  schedule: '언제 보낼지 정합니다.',
  schedule_id: 'schedule/create의 응답에 있는 예약 ID.',

  'recipient.external_user_id': '사용자의 자체 ID. 텍스트, 최대 987바이트.',
  'recipient.user_alias': '사용자의 별칭: 이름과 레이블. 이미 있는 사용자여야 합니다.',
  'recipient.email':
    '사용자의 이메일 주소. 같은 주소의 프로필이 여럿일 수 있어 prioritization이 필요합니다.',
  'recipient.braze_id': 'Braze가 프로필에 준 ID.',
  'recipient.prioritization':
    '같은 주소의 프로필이 여럿일 때 어느 것을 쓸지 정합니다. 하나로 정해지지 않으면 보내지 않으므로 최신순 값으로 끝내세요.',
  'recipient.trigger_properties': '이 수신자에게만 적용되는 값. 요청의 같은 이름보다 우선합니다.',
  'recipient.context': '이 수신자에게만 적용되는 값. 요청의 같은 이름보다 우선합니다.',
  'recipient.canvas_entry_properties': 'context의 이전 이름이며 아직 받아들여집니다.',
  'recipient.send_to_existing_only':
    'true(기본값)이면 이미 있는 사용자에게만 보냅니다. false이면 새로 만들기도 하며 attributes가 필요합니다. 별칭과 함께 쓸 수 없습니다.',
  'recipient.attributes':
    '보내기 전에 프로필에 쓰는 프로필 필드와 사용자 지정 속성. 기존 값을 덮어씁니다.',

  'alias.alias_name': '별칭의 이름. 대소문자를 구분하며 1~236바이트.',
  'alias.alias_label': '별칭의 종류. 1~236바이트.',

  'attachment.file_name': '확장자를 뺀 파일 이름.',
  'attachment.url':
    '파일의 주소. 확장자가 유형을 정하며 가져온 파일은 하루쯤 다시 쓰일 수 있습니다.',
  'attachment.basic_auth_credential': '주소에 쓸 저장된 Connected Content 자격 증명의 이름.',

  'schedule.time':
    'ISO 8601 날짜와 시간. UTC로 쓰며 현지 시간이나 최적 시간일 때는 시간대를 빼세요.',
  'schedule.in_local_time': 'true이면 각 사용자의 시간대에서 그 시간에 보냅니다. 기본값 false.',
  'schedule.at_optimal_time': 'true이면 그날 각 사용자의 최적 시간에 보냅니다. 기본값 false.',

  external_user_ids: '사용자의 자체 ID. 별칭과 합쳐 최대 50개.',
  user_aliases: '사용자의 별칭. ID와 합쳐 최대 50개.',
  segment_id: '세그먼트의 API 식별자. 사용자를 지정하면 그중 세그먼트에 있는 사용자만 받습니다.',
  'messages.campaign_id':
    '대시보드 통계를 위한 API 캠페인의 API 식별자. 이때 모든 메시지에 변형 ID가 필요합니다.',
  override_frequency_capping: 'true이면 캠페인의 빈도 제한을 무시합니다. 기본값 false.',
  override_messaging_limits: 'true이면 캠페인의 빈도 제한을 무시합니다. 기본값 false.',
  recipient_subscription_state:
    '어떤 구독 상태에 보낼지: opted_in, subscribed(기본값, opted_in 포함) 또는 all.',
  messages: '채널별 메시지.',

  'audience.AND': '모두 만족해야 합니다.',
  'audience.OR': '하나 이상 만족해야 합니다.',
  'audience.custom_attribute': '사용자 지정 속성 필터. 중첩 속성은 쓸 수 없습니다.',
  'audience.push_subscription_status': '푸시 구독 상태 필터.',
  'audience.email_subscription_status': '이메일 구독 상태 필터.',
  'audience.last_used_app': '앱을 마지막으로 사용한 시간 필터.',
  'filter.custom_attribute_name': '프로필에 있는 사용자 지정 속성의 이름.',
  'filter.custom.comparison': '비교 방법. 속성의 유형과 맞아야 하며 유형은 워크스페이스만 압니다.',
  'filter.custom.value':
    '비교할 값. 유형은 비교에 따라 다르며 exists와 does_not_exist에는 없습니다.',
  'filter.subscription.comparison': 'is 또는 is_not.',
  'filter.subscription.value': 'opted_in, subscribed 또는 unsubscribed.',
  'filter.last_used.comparison': 'after 또는 before.',
  'filter.last_used.value': 'ISO 8601 날짜와 시간.',

  'attributes.first_name': '이름.',
  'attributes.last_name': '성.',
  'attributes.email':
    '이메일 주소. 새 사용자에게 이메일을 보낼 때 넣으세요. 없으면 전송이 몇 시간 늦어질 수 있습니다.',
  'attributes.phone': '전화번호. +15550100199와 같은 E.164 형식이 좋습니다.',
  'attributes.country': 'ISO 3166-1 alpha-2 국가. 다른 형식은 변환되거나 null이 됩니다.',
  'attributes.language': 'ISO 639-1 언어.',
  'attributes.home_city': '거주 도시.',
  'attributes.time_zone': 'IANA 이름의 시간대. 알 수 없는 것은 무시됩니다.',
  'attributes.gender': 'M, F, O(기타), N(해당 없음), P(밝히지 않음) 또는 null(알 수 없음).',
  'attributes.dob': '생년월일, YYYY-MM-DD.',
  'attributes.current_location': '마지막으로 알려진 위치: 경도와 위도.',
  'attributes.email_subscribe': '이메일 구독: opted_in, subscribed 또는 unsubscribed.',
  'attributes.push_subscribe': '푸시 구독: opted_in, subscribed 또는 unsubscribed.',
  'attributes.subscription_groups':
    '구독 그룹의 상태. 기본 설정에서 캔버스 트리거는 업데이트하지 않습니다.',
  'attributes.push_tokens': '가져올 푸시 토큰. 웹 푸시 토큰은 가져올 수 없습니다.',
  'attributes.email_open_tracking_disabled': 'true이면 이 사용자의 열람 추적을 끕니다.',
  'attributes.email_click_tracking_disabled': 'true이면 이 사용자의 클릭 추적을 끕니다.',
  'attributes.date_of_first_session': '앱을 처음 사용한 시간, ISO 8601.',
  'attributes.date_of_last_session': '앱을 마지막으로 사용한 시간, ISO 8601.',
  'attributes.marked_email_as_spam_at': '이메일을 스팸으로 표시한 시간, ISO 8601.',
  'attributes.facebook': 'Facebook 계정: id, likes, num_friends.',
  'attributes.twitter': 'Twitter 계정: ID, 표시 이름과 수치.',
  'attributes._merge_objects': 'true이면 중첩 객체를 기존 것에 합칩니다. 기본값 false: 덮어씁니다.',
  'attributes._update_existing_only': '/users/track의 설정이며 여기에서의 의미는 문서에 없습니다.',
  'attributes.push_token_import': '/users/track의 설정이며 여기에서의 의미는 문서에 없습니다.',

  'location.longitude': '동경 도수, −180~180.',
  'location.latitude': '북위 도수, −90~90.',
  'group.subscription_group_id': '구독 그룹의 ID.',
  'group.subscription_state': 'subscribed 또는 unsubscribed.',
  'group.use_double_opt_in_logic':
    'true이면 SMS 그룹의 이중 수신 동의를 시작합니다. subscribed일 때만 효과가 있습니다.',
  'token.app_id': '앱의 API 식별자.',
  'token.token': '푸시 토큰.',
  'token.device_id': '기기 ID, 8~255바이트. 없으면 임의로 만들어집니다.',
  'facebook.id': '계정 ID.',
  'facebook.likes': '좋아하는 페이지의 이름.',
  'facebook.num_friends': '친구 수.',
  'twitter.id': '계정 ID.',
  'twitter.screen_name': '표시 이름.',
  'twitter.followers_count': '팔로워 수.',
  'twitter.friends_count': '팔로우하는 계정 수.',
  'twitter.statuses_count': '게시물 수.',

  'messages.android_push': 'Android 푸시 메시지.',
  'messages.apple_push': 'Apple 기기 푸시 메시지.',
  'messages.content_card': '콘텐츠 카드.',
  'messages.email': '이메일.',
  'messages.kindle_push': 'Kindle 푸시 메시지.',
  'messages.web_push': '브라우저 푸시 메시지.',
  'messages.webhook': '웹훅.',
  'messages.whats_app': 'WhatsApp 메시지.',
  'messages.sms': 'SMS 또는 MMS.',

  'message.message_variation_id': 'API 캠페인의 메시지 변형 ID. campaign_id가 있으면 필수입니다.',
  'message.app_id': '앱의 API 식별자.',
  'message.subscription_group_id': '보낼 구독 그룹의 ID.',
  'email.from': '보내는 사람. 예: QA <qa@example.org>.',
  'email.subject': '제목.',
  'email.body': '이메일의 HTML. email_template_id가 없으면 필수입니다.',
  'email.email_template_id': 'body 대신 쓸 이메일 템플릿의 ID.',
  'push.alert': '푸시 메시지의 텍스트.',
  'push.title': '푸시 메시지의 제목.',
  'push.extra': '앱에 전달할 키와 값. Apple 기기에서는 ab와 aps가 거부됩니다.',
  'apple_push.content-available': 'true이면 무음 푸시를 보내며 alert가 필요 없습니다.',
  'apple_push.interruption_level': 'passive, active, time-sensitive 또는 critical.',
  'apple_push.apns_priority': '우선순위, 1~10.',
  'android_push.priority': '알림 목록에서의 우선순위, −2~2.',
  'android_push.android_priority': '푸시 서비스의 우선순위: normal 또는 high.',
  'android_push.time_to_live': '메시지가 만료될 때까지의 초, 최대 2,419,200.',
  'sms.body': 'SMS의 텍스트.',
  'webhook.url': '호출할 주소.',
  'webhook.request_method': 'POST, PUT, DELETE 또는 GET.',
  'content_card.type': 'CLASSIC, CAPTIONED_IMAGE 또는 BANNER.',
  'content_card.title': '카드의 제목.',
  'content_card.description': '카드의 텍스트.',
  'content_card.time_to_live': '카드가 만료될 때까지의 초, 최대 30일.',
  'content_card.expire_at': '카드가 만료되는 시간, ISO 8601, 최대 30일 뒤.',
  'whats_app.message_type': '메시지의 종류. 예: template_message.',
  'whats_app.message': '메시지. 구성은 message_type에 따라 다릅니다.',

  'lookup.page': '0부터 시작하는 페이지. 페이지마다 100개입니다.',
  'lookup.include_archived': 'true이면 보관된 것도 나열합니다. 기본값 false.',
  'lookup.sort_direction': 'asc는 오래된 것부터(기본값), desc는 최신 것부터 나열합니다.',
  'lookup.last_edit': '이 시간 이후에 편집된 것만, yyyy-MM-DDTHH:mm:ss.',
  'lookup.campaign_id': '캠페인의 API 식별자.',
  'lookup.canvas_id': '캔버스의 API 식별자.',
  'lookup.post_launch_draft_version': 'true이면 시작된 캠페인의 초안을 보여줍니다. 기본값 false.',
  'lookup.include_has_translatable_content':
    'true이면 메시지에 번역할 내용이 있는지도 알려줍니다. 기본값 false.',
  'lookup.send_id': '수치를 볼 전송 식별자. 14일 동안 보관됩니다.',
  'lookup.length': 'ending_at까지의 일수, 1~100.',
  'lookup.ending_at': '기간의 끝, ISO 8601. 기본값: 지금.',
  'lookup.end_time': '예약된 브로드캐스트를 나열할 마지막 시간, ISO 8601.',
};
