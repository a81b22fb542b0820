import type { collections as pattern } from '../en/collections';

export const collections: typeof pattern = {
  untitled: '제목 없음',
  create: '만들기',
  newFolder: '새 폴더',
  newRequestHere: '여기에 새 요청',
  rename: '이름 바꾸기',
  duplicate: '복제',
  reveal: '파일 관리자에서 보기',
  addFolder: '폴더 추가',
  removeFolder: '목록에서 제거',
  deleted: '“{name}”을(를) 삭제했습니다.',
  filter: '요청 필터링',
  clearFilter: '필터 지우기',
  noMatch: '이름이 일치하는 요청이 없습니다.',
  empty: '컬렉션은 저장된 요청이 담긴 폴더입니다. Git 체크아웃의 폴더도 쓸 수 있습니다.',
  saveTitle: '요청 저장',
  folder: '폴더',
  noneToSaveIn: '저장할 컬렉션이 아직 없습니다.',
  truncated: '여기에 표시된 것보다 파일이 더 많습니다',
  state: {
    missing: '폴더가 없습니다',
    read_only: '읽기 전용',
    unreadable: '폴더를 읽을 수 없습니다',
  },
};
