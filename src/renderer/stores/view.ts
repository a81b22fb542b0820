import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { RequestRef } from '#shared/domain/request';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';

export const viewNames = ['workbench', 'suite', 'history', 'runs', 'settings'] as const;
export type ViewName = (typeof viewNames)[number];

/** Where one is among the runs. */
export type RunsPlace =
  | { readonly kind: 'list' }
  | { readonly kind: 'setup' }
  | { readonly kind: 'run'; readonly runId: string }
  | { readonly kind: 'compare'; readonly left: string; readonly right: string };

/** Which view the rail shows, and what another view asked it to open. */
export const useViewStore = defineStore('view', () => {
  const view = ref<ViewName>('workbench');
  /** The dispatch that the history is to show when it opens. */
  const dispatchToShow = ref<string | null>(null);
  /** The part of the settings to open, such as `environments`; with an environment's id where one is meant. */
  const settingsSection = ref<string | null>(null);
  const settingsEnvironmentId = ref<string | null>(null);

  const runsPlace = shallowRef<RunsPlace>({ kind: 'list' });
  /** The request that a run is to be set up for, as it was when that was asked. */
  const requestToRun = shallowRef<OutgoingRequest | null>(null);

  function showRuns(place: RunsPlace = runsPlace.value): void {
    runsPlace.value = place;
    view.value = 'runs';
  }

  function setUpRun(request: OutgoingRequest | null): void {
    requestToRun.value = request;
    showRuns({ kind: 'setup' });
  }

  /** The test matrix that is shown beside the tree. */
  const suite = ref<RequestRef | null>(null);

  function show(name: ViewName): void {
    view.value = name;
  }

  function showDispatch(dispatchId: string): void {
    dispatchToShow.value = dispatchId;
    view.value = 'history';
  }

  function showSettings(section: string | null = null, environmentId: string | null = null): void {
    settingsSection.value = section;
    settingsEnvironmentId.value = environmentId;
    view.value = 'settings';
  }

  function showSuite(place: RequestRef): void {
    suite.value = place;
    view.value = 'suite';
  }

  function closeSuite(): void {
    suite.value = null;
    if (view.value === 'suite') view.value = 'workbench';
  }

  return {
    view,
    suite,
    showSuite,
    closeSuite,
    dispatchToShow,
    settingsSection,
    settingsEnvironmentId,
    runsPlace,
    requestToRun,
    showRuns,
    setUpRun,
    show,
    showDispatch,
    showSettings,
  };
});
