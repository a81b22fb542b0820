import { bodyTexts } from './ko/body';
import { contentTexts } from './ko/content';
import { targetTexts } from './ko/target';
import { userTexts } from './ko/users';
import type { MessageCatalogue } from './message-texts';

/** Korean. */
export const ko: MessageCatalogue = {
  texts: { ...bodyTexts, ...userTexts, ...contentTexts, ...targetTexts },
  unconfirmed: '미확인: 서버가 어떻게 반응하는지 문서에 나와 있지 않습니다.',
  kinds: {
    string: '텍스트',
    number: '숫자',
    boolean: '불리언',
    array: '목록',
    object: '객체',
    null: 'null',
  },
};
