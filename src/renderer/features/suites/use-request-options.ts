import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import type { RequestRef } from '#shared/domain/request';
import { useCollectionsStore } from '../../stores/collections';

/** Saved requests to choose from, and what their choices stand for. */
export interface RequestOptions {
  readonly options: ComputedRef<readonly { readonly value: string; readonly label: string }[]>;
  readonly valueOf: (ref: RequestRef) => string;
  readonly refOf: (value: string) => RequestRef;
}

/** All saved requests, or those of one collection: a suite is about a request of its own. */
export function useRequestOptions(root: () => string | null): RequestOptions {
  const collections = useCollectionsStore();
  const valueOf = ({ root: id, path }: RequestRef): string => JSON.stringify([id, path]);
  return {
    options: computed(() =>
      collections.collections
        .filter(({ id }) => root() === null || root() === id)
        .flatMap(({ id, entries }) =>
          entries
            .filter(({ kind }) => kind === 'request')
            .map(({ path }) => ({
              value: valueOf({ root: id, path }),
              label: path.replace(/\.jsonc?$/i, '').replaceAll('/', ' / '),
            })),
        ),
    ),
    valueOf,
    refOf: (value) => {
      const [id, path] = JSON.parse(value) as [string, string];
      return { root: id, path };
    },
  };
}
