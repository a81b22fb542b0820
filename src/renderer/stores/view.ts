import { defineStore } from 'pinia';
import { ref } from 'vue';

export const viewNames = ['workbench', 'history', 'settings'] as const;
export type ViewName = (typeof viewNames)[number];

/** Which view the rail shows, and what another view asked it to open. */
export const useViewStore = defineStore('view', () => {
  const view = ref<ViewName>('workbench');
  /** The dispatch that the history is to show when it opens. */
  const dispatchToShow = ref<string | null>(null);
  /** The part of the settings to open, such as `environments`; with an environment's id where one is meant. */
  const settingsSection = ref<string | null>(null);
  const settingsEnvironmentId = ref<string | null>(null);

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

  return {
    view,
    dispatchToShow,
    settingsSection,
    settingsEnvironmentId,
    show,
    showDispatch,
    showSettings,
  };
});
