import { mkdirSync } from 'node:fs';
import { startDeskSandbox } from './desk-sandbox';
import { expect, test } from './fixtures';
import { Environments } from './pages/environments';
import { MainWindow } from './pages/main-window';

const campaign = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';
const broadcast = JSON.stringify({ campaign_id: campaign, broadcast: true });
const oneRecipient = JSON.stringify({
  campaign_id: campaign,
  recipients: [{ external_user_id: 'qa-1' }],
});

test('a broadcast leaves only after the campaign id was typed', async ({ app }) => {
  const main = new MainWindow(app.page);
  const confirm = main.confirmation();
  await main.open('Welcome');
  await main.replaceBody(broadcast);

  await app.page.keyboard.press('ControlOrMeta+Enter');
  await confirm.dialog.waitFor();
  await expect(confirm.dialog).toContainText(campaign);
  await expect(confirm.send).toBeDisabled();
  await confirm.phrase('blast_radius').fill(campaign.slice(0, -1));
  await expect(confirm.send).toBeDisabled();
  await app.page.keyboard.press('Enter');
  await expect(confirm.dialog).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(confirm.dialog).toBeHidden();
  await expect(main.outcome).toBeHidden();

  await app.page.keyboard.press('ControlOrMeta+Enter');
  await confirm.phrase('blast_radius').fill(campaign);
  await app.page.keyboard.press('Enter');
  await expect(confirm.dialog).toBeVisible();
  await confirm.send.click();
  expect(await main.answeredOutcome()).toBe('accepted');
});

test('a page that goes round its own dialog is stopped in the main process', async ({
  app,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const server = await startDeskSandbox(info.outputDir);
  const environments = new Environments(app.page);
  await environments.manage();
  await environments.create({ name: 'Live', url: server.url, production: true });
  await environments.key.fill(server.apiKey);
  await environments.keySave.click();
  await expect(environments.keyStatus).toHaveAttribute('data-state', 'ready');

  const outcomes = await app.page.evaluate(
    async ({ broadcast, oneRecipient, campaign }) => {
      const list = await window.desk.request('environments.list', {});
      if (!list.ok) throw new Error(list.error.code);
      const live = list.value.find(({ name }) => name === 'Live');
      if (live === undefined) throw new Error('no environment');
      const send = async (
        bodyText: string,
        confirmations: { kind: 'blast_radius' | 'production'; text: string }[],
      ) => {
        const result = await window.desk.request('dispatch.send', {
          attemptId: crypto.randomUUID(),
          environmentId: live.id,
          request: {
            endpoint: '/campaigns/trigger/send',
            bodyText,
            variables: [],
            name: null,
            ref: null,
          },
          confirmations,
        });
        return result.ok ? result.value.outcome : result.error.code;
      };
      const radius = { kind: 'blast_radius' as const, text: campaign };
      const production = { kind: 'production' as const, text: 'Live' };
      return {
        broadcastBare: await send(broadcast, []),
        broadcastHalf: await send(broadcast, [radius]),
        broadcastOther: await send(broadcast, [production]),
        broadcastSwapped: await send(broadcast, [
          { kind: 'blast_radius', text: 'Live' },
          { kind: 'production', text: campaign },
        ]),
        productionBare: await send(oneRecipient, []),
        productionWrong: await send(oneRecipient, [{ kind: 'production', text: 'live' }]),
        illegal: await send('{}', [radius, production]),
        unresolved: await send(oneRecipient.replace('qa-1', '{{user}}'), [production]),
        confirmed: await send(oneRecipient, [production]),
      };
    },
    { broadcast, oneRecipient, campaign },
  );
  expect(outcomes).toEqual({
    broadcastBare: 'blocked',
    broadcastHalf: 'blocked',
    broadcastOther: 'blocked',
    broadcastSwapped: 'blocked',
    productionBare: 'blocked',
    productionWrong: 'blocked',
    illegal: 'blocked',
    unresolved: 'blocked',
    confirmed: 'accepted',
  });
  expect(server.arrivals().filter(({ method }) => method === 'POST')).toHaveLength(1);
  await server.stop();
});

test('production is unmistakable and asks for its name', async ({ app }, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const server = await startDeskSandbox(info.outputDir);
  const main = new MainWindow(app.page);
  const confirm = main.confirmation();
  const environments = new Environments(app.page);
  await environments.manage();
  await environments.create({ name: 'Live', url: server.url, production: true });
  await environments.key.fill(server.apiKey);
  await environments.keySave.click();
  await expect(environments.keyStatus).toHaveAttribute('data-state', 'ready');
  await environments.close();
  await environments.choose('Live');

  await main.open('Welcome');
  await expect(main.sendButton).toContainText('Live');
  expect(await app.page.title()).toContain('PRODUCTION');
  await main.sendButton.click();
  await confirm.phrase('production').fill('Live');
  await confirm.send.click();
  expect(await main.answeredOutcome()).toBe('accepted');
  expect(server.arrivals().filter(({ method }) => method === 'POST')).toHaveLength(1);
  await server.stop();
});
