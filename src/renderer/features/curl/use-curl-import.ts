import type { ComputedRef, Ref } from 'vue';
import { computed, ref, watch } from 'vue';
import type { CurlDialect } from '#shared/curl/curl-dialect';
import type { Environment, EnvironmentInput } from '#shared/domain/environment';
import type { AppError } from '#shared/errors';
import { newRequestFile } from '#shared/lib/request-file';
import { toAppError } from '../../api/desk';
import { useText } from '../../i18n/use-text';
import { showToast } from '../../lib/toasts';
import { useEditorFocusStore } from '../../stores/editor-focus';
import { useEnvironmentsStore } from '../../stores/environments';
import { useSandboxStore } from '../../stores/sandbox';
import { useTabsStore } from '../../stores/tabs';
import { useViewStore } from '../../stores/view';
import type { CurlFacts, CurlUnread } from './curl-facts';
import { readCurlFacts } from './curl-facts';
import { environmentsOf } from './environment-address';

/** Stands for an environment that is yet to be made. */
export const newEnvironment = 'new';

export interface CurlImportState {
  readonly text: Ref<string>;
  readonly dialect: Ref<CurlDialect | 'auto'>;
  readonly facts: ComputedRef<CurlFacts | CurlUnread>;
  /** Those the command's host belongs to. */
  readonly matching: ComputedRef<readonly Environment[]>;
  /** Environments the key may be for, besides a new one. */
  readonly targets: ComputedRef<readonly Environment[]>;
  readonly canMakeEnvironment: ComputedRef<boolean>;
  readonly keyChoice: Ref<'drop' | 'store'>;
  /** An environment's id or `new`. */
  readonly target: Ref<string>;
  readonly newName: Ref<string>;
  readonly newProduction: Ref<boolean>;
  readonly stores: ComputedRef<boolean>;
  readonly usable: ComputedRef<boolean>;
  readonly error: Ref<AppError | null>;
  /** Stores the key if that was chosen, and opens the request; false when it was refused. */
  create(): Promise<boolean>;
}

/** What the dialog for a curl command holds. The text and its key live here alone and end with it. */
export function useCurlImport(initial: string): CurlImportState {
  const { t } = useText();
  const environments = useEnvironmentsStore();
  const sandbox = useSandboxStore();
  const tabs = useTabsStore();
  const views = useViewStore();
  const editorFocus = useEditorFocusStore();

  const text = ref(initial);
  const dialect = ref<CurlDialect | 'auto'>('auto');
  const keyChoice = ref<'drop' | 'store'>('drop');
  const target = ref('');
  const newName = ref('');
  const newProduction = ref(false);
  const busy = ref(false);
  const error = ref<AppError | null>(null);

  const facts = computed(() => readCurlFacts(text.value, dialect.value));
  const read = computed(() => (facts.value.ok ? facts.value : null));
  const host = computed(() => read.value?.reading.host ?? null);
  const matching = computed(() =>
    environmentsOf(host.value, environments.environments, sandbox.status?.url ?? null),
  );
  // The sandbox makes its own key. Where the host is a variable, only the person knows whose key it is.
  const targets = computed(() =>
    (host.value === null ? environments.environments : matching.value).filter(
      (environment) => environment.host.kind !== 'sandbox',
    ),
  );
  const canMakeEnvironment = computed(
    () =>
      host.value !== null &&
      !matching.value.some((environment) => environment.host.kind === 'sandbox'),
  );
  const stores = computed(() => read.value?.made.apiKey != null && keyChoice.value === 'store');
  const usable = computed(() => {
    if (read.value === null || busy.value) return false;
    if (!stores.value) return true;
    return target.value === newEnvironment
      ? newName.value.trim() !== ''
      : targets.value.some(({ id }) => id === target.value);
  });

  watch(
    [targets, canMakeEnvironment],
    () => {
      if (targets.value.some(({ id }) => id === target.value)) return;
      target.value = targets.value[0]?.id ?? (canMakeEnvironment.value ? newEnvironment : '');
    },
    { immediate: true },
  );
  watch(
    () => read.value?.reading.clusterId ?? host.value,
    (name) => {
      newName.value = name ?? '';
    },
    { immediate: true },
  );

  function environmentInput({ reading }: CurlFacts): EnvironmentInput {
    const scheme = /^http:/i.test(reading.url) ? 'http' : 'https';
    return {
      name: newName.value.trim(),
      color: 'blue',
      production: newProduction.value,
      variables: [],
      testUsers: [],
      reservePercent: 10,
      timeoutMs: 30_000,
      duplicateGuard: true,
      host:
        reading.clusterId === null
          ? { kind: 'custom', url: `${scheme}://${reading.host ?? ''}` }
          : { kind: 'cluster', clusterId: reading.clusterId },
    };
  }

  async function storeKey(found: CurlFacts, key: string): Promise<Environment | null> {
    const known = environments.environments.find(({ id }) => id === target.value) ?? null;
    const environment = known ?? (await environments.create(environmentInput(found)));
    // If the keychain refuses, the next press is for the environment that is there now.
    target.value = environment.id;
    await environments.setKey(environment.id, key, 'keychain');
    return environment;
  }

  async function create(): Promise<boolean> {
    const found = read.value;
    if (found === null || !usable.value) return false;
    const key = stores.value ? found.made.apiKey : null;
    busy.value = true;
    error.value = null;
    try {
      const keyed = key === null ? null : await storeKey(found, key);
      openRequest(found);
      sayWhereItWasFor(keyed);
      return true;
    } catch (thrown) {
      error.value = toAppError(thrown);
      return false;
    } finally {
      busy.value = false;
    }
  }

  function openRequest({ made, bodyIsJson }: CurlFacts): void {
    views.show('workbench');
    const body = bodyIsJson ? made.bodyText : '{}';
    const tab = tabs.openNew(t('collections.untitled'), newRequestFile(made.endpoint, body));
    // A body that is no JSON would make the whole file unreadable; it is put in as if it were typed.
    if (!bodyIsJson) tabs.edit(tab.id, { bodyText: made.bodyText });
    editorFocus.focus();
  }

  /** Nothing is switched unasked: the next press of Send must go where the window says. */
  function sayWhereItWasFor(keyed: Environment | null): void {
    const meant = keyed ?? matching.value[0] ?? null;
    const isOther =
      meant !== null &&
      meant.id !== environments.active?.id &&
      (keyed !== null || !matching.value.some(({ id }) => id === environments.active?.id));
    if (meant === null || (!isOther && keyed === null)) return;
    const words =
      keyed === null
        ? t('curl.otherEnvironment', { environment: meant.name })
        : t('curl.stored', { environment: meant.name });
    showToast(
      words,
      isOther ? { label: t('curl.switchTo'), run: () => environments.activate(meant.id) } : null,
    );
  }

  return {
    text,
    dialect,
    facts,
    matching,
    targets,
    canMakeEnvironment,
    keyChoice,
    target,
    newName,
    newProduction,
    stores,
    usable,
    error,
    create,
  };
}
