import { useDebounceFn } from '@vueuse/core';
import { defineStore } from 'pinia';
import { computed, reactive, ref, watch } from 'vue';
import type { Environment, EnvironmentColor } from '#shared/domain/environment';
import { on } from '../../api/desk';
import { useEnvironmentsStore } from '../../stores/environments';
import type { EnvironmentForm, FormProblems } from './environment-form';
import { emptyForm, formOf, inputOf, problemsOf, sameForm, sameHost } from './environment-form';
import { keepDrafts, loadKeptDrafts } from './kept-drafts';

/** One environment in the making. */
export interface EnvironmentDraft {
  readonly id: string;
  /** False while it was never saved: the id is then only ours. */
  readonly saved: boolean;
  form: EnvironmentForm;
  /** What is saved, as a form. */
  base: EnvironmentForm;
  /** All problems show, not only those of fields that were left. */
  showAll: boolean;
}

/** A line of the list: saved environments first, then those in the making. */
export interface EnvironmentLine {
  readonly id: string;
  readonly environment: Environment | null;
  readonly name: string;
  readonly color: EnvironmentColor;
  readonly dirty: boolean;
}

/**
 * What is typed into the environments' forms. It outlives the page and the window, so that looking
 * something up elsewhere loses no input; only a save, a revert or a deletion ends a draft.
 */
export const useEnvironmentDrafts = defineStore('environment-drafts', () => {
  const environments = useEnvironmentsStore();
  const drafts = reactive(new Map<string, EnvironmentDraft>());
  const selectedId = ref<string | null>(null);
  /** What was saved last, to be told; `created` once a new one was made by it. */
  const lastSaved = ref<{ readonly id: string; readonly created: boolean } | null>(null);
  let counter = 0;

  function savedOf(id: string): Environment | null {
    return environments.environments.find((environment) => environment.id === id) ?? null;
  }

  function open(id: string): void {
    const environment = savedOf(id);
    if (id !== selectedId.value) dropUntouched();
    if (environment !== null && !drafts.has(id)) {
      drafts.set(id, {
        id,
        saved: true,
        form: formOf(environment),
        base: formOf(environment),
        showAll: false,
      });
    }
    if (drafts.has(id)) selectedId.value = id;
  }

  function add(form: EnvironmentForm = emptyForm()): string {
    dropUntouched();
    counter += 1;
    const id = `new:${counter}`;
    drafts.set(id, { id, saved: false, form, base: emptyForm(), showAll: false });
    selectedId.value = id;
    return id;
  }

  /** Whether anything was typed that is not saved. */
  function isDirty(draft: EnvironmentDraft): boolean {
    return !sameForm(draft.form, draft.base);
  }

  /** A new environment in which nothing was typed is not kept for later. */
  function dropUntouched(): void {
    for (const draft of [...drafts.values()]) {
      if (!draft.saved && !isDirty(draft)) drafts.delete(draft.id);
    }
  }

  const lines = computed<readonly EnvironmentLine[]>(() => [
    ...environments.environments.map((environment) => {
      const draft = drafts.get(environment.id);
      return {
        id: environment.id,
        environment,
        name: environment.name,
        color: environment.color,
        dirty: draft !== undefined && isDirty(draft),
      };
    }),
    ...[...drafts.values()]
      .filter(({ saved }) => !saved)
      .map((draft) => ({
        id: draft.id,
        environment: null,
        name: draft.form.name.trim(),
        color: draft.form.color,
        dirty: isDirty(draft),
      })),
  ]);

  const selected = computed<EnvironmentDraft | null>(
    () => (selectedId.value === null ? null : drafts.get(selectedId.value)) ?? null,
  );
  const dirty = computed(() => [...drafts.values()].some(isDirty));

  function problems(draft: EnvironmentDraft): FormProblems {
    const others = environments.environments.filter(({ id }) => id !== draft.id);
    return problemsOf(
      draft.form,
      others.map(({ name }) => name),
    );
  }

  function showProblems(id: string): void {
    const draft = drafts.get(id);
    if (draft !== undefined) draft.showAll = true;
  }

  function hostChanged(draft: EnvironmentDraft): boolean {
    return !sameHost(draft.form, draft.base);
  }

  function revert(id: string): void {
    const draft = drafts.get(id);
    drafts.delete(id);
    if (draft?.saved === true) open(id);
    else selectedId.value = null;
  }

  /** Only to be called when there are no problems. Throws what main refused; the draft stays. */
  async function save(draft: EnvironmentDraft): Promise<Environment> {
    const input = inputOf(draft.form);
    const asSent = JSON.stringify(draft.form);
    const environment = draft.saved
      ? await environments.update({ id: draft.id, ...input })
      : await environments.create(input);
    // What was typed while main was saving stays, as a change of what is now saved.
    const form = JSON.stringify(draft.form) === asSent ? formOf(environment) : draft.form;
    const wasSelected = selectedId.value === draft.id;
    drafts.delete(draft.id);
    const base = formOf(environment);
    drafts.set(environment.id, { id: environment.id, saved: true, form, base, showAll: false });
    lastSaved.value = { id: environment.id, created: !draft.saved };
    if (wasSelected) selectedId.value = environment.id;
    return environment;
  }

  /** Takes the environment away together with what was typed; the function brings both back. */
  async function remove(id: string): Promise<() => Promise<Environment>> {
    const draft = drafts.get(id);
    const undo = await environments.removeWithUndo(id);
    drafts.delete(id);
    if (selectedId.value === id) selectedId.value = null;
    return async () => {
      const environment = await undo();
      if (draft !== undefined) drafts.set(id, draft);
      open(id);
      return environment;
    };
  }

  // What another program changed shows here too, but never over what is being typed.
  watch(
    () => environments.environments,
    (now) => {
      for (const draft of [...drafts.values()].filter(({ saved }) => saved)) {
        const environment = now.find(({ id }) => id === draft.id);
        if (environment === undefined) continue;
        const untouched = sameForm(draft.form, draft.base);
        draft.base = formOf(environment);
        if (untouched) draft.form = formOf(environment);
      }
    },
  );

  for (const { id, saved, form } of loadKeptDrafts(localStorage)) {
    const environment = savedOf(id);
    if (saved && environment !== null) {
      drafts.set(id, { id, saved, form, base: formOf(environment), showAll: false });
    } else if (!saved) {
      counter += 1;
      const newId = `new:${counter}`;
      drafts.set(newId, { id: newId, saved, form, base: emptyForm(), showAll: false });
    }
  }

  const unsaved = computed(() =>
    [...drafts.values()].filter(isDirty).map(({ id, saved, form }) => ({ id, saved, form })),
  );
  // Written at each pause in typing: a window that ends suddenly loses a moment's work at most.
  const keep = useDebounceFn(() => keepDrafts(localStorage, unsaved.value), 300);
  watch(unsaved, () => void keep(), { deep: true });
  on('app.quitRequested', () => keepDrafts(localStorage, unsaved.value));

  return {
    lines,
    selectedId,
    lastSaved,
    selected,
    dirty,
    open,
    add,
    isDirty,
    problems,
    showProblems,
    hostChanged,
    revert,
    save,
    remove,
  };
});
