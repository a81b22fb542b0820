import type { editor as pattern } from '../en/editor';

export const editor: typeof pattern = {
  endpoint: '엔드포인트',
  validate: '검사',
  send: '보내기',
  sendTo: '{environment}(으)로 보내기',
  body: '본문',
  file: '파일',
  part: {
    recipients: '수신자',
    audience: '오디언스',
    attachments: '첨부 파일',
  },
  obstacle: {
    broken:
      '본문이 올바른 JSON이 아닙니다: {line}행 {column}열. 읽을 수 있을 때까지 여기서는 아무것도 바뀌지 않습니다.',
    noList:
      '“{field}”은(는) 목록이 아닙니다: {line}행 {column}열. 목록이 될 때까지 여기서는 아무것도 바뀌지 않습니다.',
    noObject:
      '“{field}”은(는) 객체가 아닙니다: {line}행 {column}열. 객체가 될 때까지 여기서는 아무것도 바뀌지 않습니다.',
    bodyNoObject:
      '본문이 객체가 아닙니다: {line}행 {column}열. 객체가 될 때까지 여기서는 아무것도 바뀌지 않습니다.',
  },
  variables: '변수',
  notes: '메모',
  parts: '요청의 구성',
  bodyLabel: '본문, 주석이 있는 JSON',
  fileLabel: '파일 전체, 주석이 있는 JSON',
  notesHint: '이 요청의 용도와 응답에서 볼 점',
  changedOnDisk: '여기에 저장하지 않은 편집이 있는 동안 디스크의 파일이 변경되었습니다.',
  reload: '다시 불러오기',
  keepMine: '내 편집 유지',
  removedOnDisk: '파일이 더 이상 디스크에 없습니다. 저장하면 다시 만듭니다.',
  mended: '파일을 다시 읽을 수 있습니다.',
  showAsRequest: '요청으로 보기',
  showPlace: '위치 보기',
  broken: {
    broken_json:
      '파일이 올바른 JSON이 아닙니다: {line}행 {column}열. 파일 전체를 표시하며 보낼 수 없습니다.',
    not_object:
      '파일에 JSON 객체가 없습니다: {line}행 {column}열. 파일 전체를 표시하며 보낼 수 없습니다.',
    wrong_type:
      '“{field}”의 유형이 잘못되었습니다: {line}행 {column}열. 파일 전체를 표시하며 보낼 수 없습니다.',
  },
  problems: '문제',
  severity: {
    error: '오류',
    warning: '경고',
    info: '참고',
  },
  variableUnresolved: '변수 “{name}”의 값이 이 요청과 환경 어디에도 없습니다.',
  variableNotJson: '변수 “{name}”의 종류는 JSON인데 값이 JSON이 아닙니다.',
  variablesHint: '본문에서 {example} 형태로 씁니다. 여기의 값이 환경의 값보다 우선합니다.',
  variableName: '이름',
  variableValue: '값',
  variableValueOf: '{name}의 값',
  variableKind: '종류',
  kindText: '텍스트',
  kindJson: 'JSON',
  variableAdd: '변수 추가',
  variableRemove: '{name} 제거',
  variableRepeated: '이름이 중복되어 마지막 값이 적용됩니다: {names}',
  splitTitle: '{title}({number}/{count})',
  splitDone: '‘{title}’에서 요청 {count}개를 만들었습니다. 원래 요청은 그대로입니다.',
  verdict: {
    clear: '보낼 수 있습니다',
    needs_confirmation: '보낼 때 확인을 요청합니다',
    blocked: '이대로는 보내지 않습니다',
  },
  unsaved: {
    title: '“{title}”을(를) 저장할까요?',
    text: '아직 파일에 저장하지 않은 편집이 있습니다.',
    discard: '저장하지 않고 닫기',
  },
};
