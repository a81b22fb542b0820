import type { attachments as pattern } from '../en/attachments';

export const attachments: typeof pattern = {
  empty: '첨부 파일이 없습니다. 이메일이 파일 없이 나갑니다.',
  add: '첨부 파일 추가',
  list: '이메일의 첨부 파일',
  limits:
    '이메일에만 쓰이며 broadcast와 함께 쓸 수 없습니다. 최대 2MB이며 파일마다인지 모두 합쳐서인지는 문서에 없습니다. Braze가 주소에서 파일을 가져와 하루쯤 보관할 수 있으므로 새 버전에는 새 주소가 필요합니다.',
  types: '허용된 유형 {count}가지',
  nameless: '이름 없음',
  addressless: '주소 없음',
  typeUnknown: '유형 알 수 없음',
  typeWrong: '{type}은(는) 허용되지 않음',
  fileName: '파일 이름',
  fileNameHint: '확장자 없이 씁니다. 유형은 주소에서 정해집니다.',
  url: '주소',
  credential: '자격 증명',
  credentialHint: '저장된 Connected Content 자격 증명의 이름. 없으면 비워 둡니다.',
  moveUp: '위로 옮기기',
  moveDown: '아래로 옮기기',
  duplicate: '복제',
  remove: '지우기',
  showText: '텍스트에서 보기',
  actions: '동작: {name}',
  removed: '지움: {name}',
  odd: '이 항목은 이해할 수 없습니다',
  oddReason: '필드가 한 번씩만 있는 객체가 아닙니다.',
  refused: '바꾸지 않았습니다. 텍스트가 보이던 것과 다릅니다.',
  locked:
    '목록에 쉼표가 빠졌거나 남습니다. 텍스트에서 고칠 때까지 여기서는 아무것도 바꾸지 않습니다.',
};
