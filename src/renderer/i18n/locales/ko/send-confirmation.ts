import type { sendConfirmation as english } from '../en/send-confirmation';

export const sendConfirmation: typeof english = {
  title: {
    segment: '세그먼트의 모든 사용자에게 보낼까요?',
    audience: '오디언스에 보낼까요?',
    recipients: '{environment}(으)로 보낼까요?',
    none: '이 요청을 보낼까요?',
  },
  production: '프로덕션',
  facts: {
    campaign: '캠페인',
    canvas: 'Canvas',
    noTarget: '본문에 ID가 없음',
    request: '요청',
    environment: '환경',
    host: '호스트',
    reach: '도달 대상',
  },
  warning: {
    segment: '몇 명인지는 Braze만 압니다. 보낸 것은 되돌릴 수 없습니다.',
    audience: '몇 명인지는 Braze만 압니다. 보낸 것은 되돌릴 수 없습니다.',
    production: '이 환경에는 실제 사용자가 있습니다. 보낸 것은 되돌릴 수 없습니다.',
  },
  type: {
    blast_radius: '도달 대상을 확인하려면 {phrase} 입력',
    production: '환경을 확인하려면 {phrase} 입력',
    or: '또는',
    copy: '{phrase} 복사',
    copied: '복사됨',
    match: '일치함',
    mismatch: '아직 일치하지 않음',
  },
  progress: '확인 {total}개 중 {done}개가 일치합니다.',
  ready: '모든 확인이 일치합니다. 보낼 수 있습니다.',
  send: '보내기',
  sendTo: '{environment}(으)로 보내기',
  cancel: '취소',
  keys: 'Esc 키를 누르면 취소됩니다. Enter 키로는 보내지지 않으며, 버튼을 클릭하거나 스페이스바를 눌러야 합니다.',
  blocks: {
    broken_json: '본문이 유효한 JSON이 아닙니다. {line}행 {column}열.',
    broken_jsonHelp: '그 바로 앞에 쉼표, 괄호 또는 따옴표가 빠졌는지 보세요.',
    illegal_body:
      '본문이 엔드포인트의 규칙을 어겼습니다: {rules}. | 본문이 엔드포인트의 규칙 {count}개를 어겼습니다: {rules}.',
    illegal_bodyHelp: '편집기가 위치를 표시하고 고치는 방법을 알려 줍니다.',
    unresolved_variables: '값이 없는 변수: {names}.',
    unresolved_variablesHelp: '요청이나 환경의 변수에 값을 넣거나 철자를 고치세요.',
    variable_not_json: '종류가 JSON이지만 값이 JSON이 아닌 변수: {names}.',
    variable_not_jsonHelp: '값을 고치거나 변수의 종류를 텍스트로 바꾸세요.',
    too_large: '본문 크기가 {size}입니다. 최대 {limit}까지 허용됩니다.',
    too_largeHelp: '수신자를 여러 요청으로 나누거나 속성을 줄이세요.',
    not_test_users:
      '수신자 1명이 이 환경의 테스트 사용자가 아닙니다: {identifiers}. | 수신자 {count}명이 이 환경의 테스트 사용자가 아닙니다: {identifiers}.',
    not_test_usersHelp:
      '이 수신자를 빼거나 환경의 테스트 사용자에 추가하거나 다른 환경을 선택하세요.',
    wider_than_test_users:
      '지정한 수신자보다 넓은 대상에 도달하지만, 이 환경은 테스트 사용자만 허용합니다.',
    wider_than_test_usersHelp:
      '브로드캐스트나 오디언스 대신 수신자를 지정하거나 다른 환경을 선택하세요.',
    host_invalid: '{host}에는 보낼 수 없습니다.',
    host_invalidHelp: '환경에서 워크스페이스의 클러스터를 선택하거나 주소를 고치세요.',
    secret_missing: '이 환경에 API 키가 없습니다.',
    secret_missingHelp: '환경에 키를 저장하세요.',
    secret_locked: '키체인이 잠겨 있어 키를 읽을 수 없습니다.',
    secret_lockedHelp: '시스템에서 키체인 잠금을 풀고 다시 보내세요.',
    secret_unavailable: '키체인이 없어 키도 없습니다.',
    secret_unavailableHelp:
      '시스템의 키체인 서비스를 시작하거나 환경에서 이번 세션에만 키를 보관하세요.',
    confirmation_blast_radius: '도달 대상이 확인되지 않았습니다.',
    confirmation_production: '프로덕션 환경이 확인되지 않았습니다.',
    confirmationHelp: '다시 보내고 대화 상자가 요구하는 내용을 입력하세요.',
    key_in_body: '본문에 API 키가 들어 있습니다.',
    key_in_bodyHelp:
      '본문에서 빼세요. 키는 요청이 나갈 때 더해지며 저장된 파일에 있으면 안 됩니다.',
    more: '외 1명 | 외 {count}명',
    openEnvironment: '환경 열기',
    showInEditor: '편집기에서 보기',
  },
};
