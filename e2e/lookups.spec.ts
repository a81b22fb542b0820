import type { DeskSandbox } from './desk-sandbox';
import { startDeskSandbox } from './desk-sandbox';
import { expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { TargetPicker } from './pages/target-picker';
import { ask, useServer } from './steps';

const archivedId = '1b85f3e0-c7d4-69a2-8e30-4d91a6b2c7f5';
const reminderId = 'd2f5c8a1-73be-49d0-b64f-1e90a7c3582d';
let server: DeskSandbox;

test.beforeEach(async ({ home }) => {
  server = await startDeskSandbox(home);
});

test.afterEach(() => server.stop());

test('a campaign is chosen by name, and its id is one step of undo', async ({ app }) => {
  await useServer(app.page, server);
  const main = new MainWindow(app.page);
  const picker = new TargetPicker(app.page);
  await main.open('Welcome');
  await expect(picker.button).toHaveText('Choose campaign…');

  await picker.choose('reminder');
  await expect.poll(() => main.shownText()).toContain(reminderId);
  await expect(picker.button).toHaveText('Appointment reminder');

  await app.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => main.shownText()).not.toContain(reminderId);
  // Nothing but reading was asked of the server.
  expect(new Set(server.arrivals().map(({ method }) => method))).toEqual(new Set(['GET']));
});

test('a look-up is composed and sent as one, with what its body says in the address', async ({
  app,
}) => {
  await useServer(app.page, server);
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  await app.page.getByRole('combobox', { name: /^Endpoint/ }).click();
  await app.page.getByRole('option', { name: '/campaigns/list', exact: true }).click();
  await main.replaceBody('{ "page": -1 }');
  await expect(main.findings.first()).toHaveAttribute('data-rule', 'Q01');
  await main.replaceBody('{ "page": 0, "include_archived": true } // all of them');
  await expect(main.findings).toHaveCount(0);
  expect(await main.sendWithKeyboard()).toBe('accepted');
  await expect(main.answerBody).toContainText('Spring sale 2024');
  const asked = server.arrivals().map(({ method, path }) => `${method} ${path}`);
  expect(asked).toContain('GET /campaigns/list?page=0&include_archived=true');
  expect(server.arrivals().every(({ method }) => method === 'GET')).toBe(true);
});

test('an archived campaign is warned of while writing and by the gate, and blocks nothing', async ({
  app,
}) => {
  const environmentId = await useServer(app.page, server);
  const main = new MainWindow(app.page);
  const picker = new TargetPicker(app.page);
  await main.open('Welcome');
  await picker.choose('Spring sale');
  await expect(main.findings.filter({ hasText: 'is archived' })).toHaveAttribute(
    'data-severity',
    'warning',
  );
  await expect(picker.button).toContainText('Archived');

  const report = await ask(app.page, 'dispatch.check', {
    environmentId,
    request: {
      endpoint: '/campaigns/trigger/send',
      bodyText: JSON.stringify({
        campaign_id: archivedId,
        recipients: [{ external_user_id: 'qa-1' }],
      }),
      variables: [],
      name: null,
      ref: null,
    },
  });
  expect(report.diagnostics.map(({ code }) => code)).toContain('T01.archived');
  expect(report.verdict).toBe('clear');
});

test('names, age and contract are there without the server', async ({ app }) => {
  const environmentId = await useServer(app.page, server);
  const main = new MainWindow(app.page);
  const picker = new TargetPicker(app.page);
  await main.open('Welcome');
  await picker.choose('reminder');
  await expect(picker.button).toHaveText('Appointment reminder');
  // The name is known before the contract is.
  await expect(main.findings.filter({ hasText: '“appointment” is missing' })).toHaveCount(1);
  await server.stop();

  const page = await app.relaunch();
  await ask(page, 'secrets.set', { environmentId, key: server.apiKey, keep: 'session' });
  const later = new MainWindow(page);
  const offline = new TargetPicker(page);
  await later.open('Welcome');
  await offline.open();
  await expect(offline.age).toContainText('as of now');
  await expect(offline.option('Monthly newsletter')).toBeVisible();
  await offline.refresh.click();
  await expect(offline.failure).toContainText('Offline');
  await expect(offline.option('Monthly newsletter')).toBeVisible();
  await offline.search.fill('onboarding transactional');
  await expect(offline.options).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(later.findings.filter({ hasText: '“appointment” is missing' })).toHaveCount(1);
});

test('a missing property is flagged and added, a misspelt one renamed', async ({ app }) => {
  await useServer(app.page, server);
  const main = new MainWindow(app.page);
  const picker = new TargetPicker(app.page);
  await main.open('Welcome');
  await picker.choose('Welcome');
  await expect(picker.button).toHaveText('Welcome');
  const body = (properties: string) =>
    `{"campaign_id":"5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11","recipients":[{"external_user_id":"a"}],"trigger_properties":${properties}}`;

  await main.replaceBody(body('{"voucher":{"code":"A"}}'));
  const missing = main.findings.filter({ hasText: '“voucher.valid_until” is missing' });
  await missing.click();
  await app.page.keyboard.press('ControlOrMeta+.');
  await app.page.getByText('Add voucher.valid_until').click();
  await expect.poll(() => main.shownText()).toContain('"valid_until": ""');
  await expect(missing).toHaveCount(0);

  await main.replaceBody(body('{"vuocher":{"code":"A","valid_until":"B"}}'));
  await main.findings.filter({ hasText: 'Probably “voucher” is meant' }).click();
  await app.page.keyboard.press('ControlOrMeta+.');
  await app.page.getByText('Rename vuocher to voucher').click();
  await expect.poll(() => main.shownText()).toContain('"voucher":{"code":"A"');
});

test('the properties that the texts read are listed, and what is missing is added', async ({
  app,
}) => {
  await useServer(app.page, server);
  const main = new MainWindow(app.page);
  const picker = new TargetPicker(app.page);
  await main.open('Welcome');
  await picker.choose('reminder');
  await expect(main.findings.filter({ hasText: '“appointment” is missing' })).toHaveCount(1);
  await app.page.getByRole('tab', { name: 'Properties' }).click();
  const row = (path: string) =>
    app.page.locator(`[data-testid="property-row"][data-path="${path}"]`);
  await expect(row('appointment')).toContainText('Missing');
  await expect(row('first_name')).toContainText('Optional');
  await expect(row('advisor.name')).toContainText('Required');
  await app.page.getByTestId('properties-add').click();
  await expect(row('appointment')).toContainText('Required');
  await app.page.getByRole('tab', { name: 'Body' }).click();
  await expect.poll(() => main.shownText()).toContain('"appointment": {"date":"","time":""}');
});
