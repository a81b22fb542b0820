/** The bridge's routes and events by name. No zod here: the preload carries this file into the page. */
export const routeNames = [
  'app.info',
  'app.problems',
  'settings.get',
  'settings.update',
  'environments.list',
  'environments.create',
  'environments.update',
  'environments.remove',
  'environments.restore',
  'environments.checkKey',
  'secrets.status',
  'secrets.set',
  'secrets.clear',
  'collections.list',
  'collections.read',
  'collections.write',
  'collections.create',
  'collections.createFolder',
  'collections.rename',
  'collections.duplicate',
  'collections.remove',
  'collections.restore',
  'collections.addFolder',
  'collections.removeFolder',
  'collections.reveal',
  'drafts.list',
  'drafts.save',
  'drafts.discard',
  'dispatch.check',
  'dispatch.send',
  'dispatch.cancel',
  'history.list',
  'history.get',
  'sandbox.status',
  'sandbox.setScenario',
  'sandbox.restart',
  'quota.get',
  'clipboard.write',
  'answers.saveToFile',
  'links.open',
] as const;
export type RouteName = (typeof routeNames)[number];

export const eventNames = [
  'collections.changed',
  'environments.changed',
  'secrets.changed',
  'settings.changed',
  'sandbox.changed',
  'quota.changed',
  'history.appended',
  'dispatch.progressed',
  'app.problemsChanged',
  'command.invoked',
  'app.quitRequested',
] as const;
export type EventName = (typeof eventNames)[number];

/** The one channel for requests and the one for events. */
export const requestChannel = 'desk:request';
export const eventChannel = 'desk:event';
