import { shallowRef } from 'vue';
import type { RequestRef } from '#shared/domain/request';

/** Open while a new test matrix is made; `request` is offered first. */
export const suiteDialog = shallowRef<{ readonly request: RequestRef | null } | null>(null);
