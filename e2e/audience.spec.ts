import { expect, test } from './fixtures';
import { BodyViews } from './pages/body-views';
import { MainWindow } from './pages/main-window';

const campaign = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';

test('an audience of two conditions in an OR group is built with the keyboard alone', async ({
  app,
}) => {
  const main = new MainWindow(app.page);
  const views = new BodyViews(app.page);
  await main.open('Welcome');
  await main.replaceBody(`{
  // the campaign of the spring sale
  "campaign_id": "${campaign}",
  "broadcast": true
}`);
  // From the tab of the text to the one of the audience, and into its view.
  await app.page.getByRole('tab', { name: 'Body' }).focus();
  await views.press('ArrowRight', 'ArrowRight');
  await expect(app.page.getByTestId('audience-start')).toBeVisible();
  await expect(views.reach).toContainText('Everyone in the campaign');
  await app.page.getByTestId('audience-start').focus();
  await views.press('Enter');

  // The new condition shows its fields: filter, name, comparison, type, value.
  await expect(app.page.getByTestId('condition-filter')).toBeFocused();
  await views.press('Tab');
  await app.page.keyboard.type('vip');
  await views.press('Tab', 'Tab', 'Enter');
  await app.page.getByRole('option', { name: 'Yes or no' }).waitFor();
  await views.press('End', 'Enter');
  await expect(views.conditions).toContainText('custom attribute “vip” equals true');
  await expect(app.page.getByTestId('value-type')).toBeFocused();
  await views.press('Escape');
  await expect(views.focusedRow).toContainText('vip');

  // A second one beside it, which puts both into a group.
  await views.press('Insert');
  await expect(views.groups).toHaveAttribute('data-operator', 'AND');
  await expect(app.page.getByTestId('condition-filter')).toBeFocused();
  await views.press('Enter');
  await expect(app.page.getByRole('option', { name: 'Custom attribute' })).toBeFocused();
  // A list that has just opened takes the focus to its chosen option once more when it has found its place.
  await expect(async () => {
    await views.press('Home', 'ArrowDown');
    const option = app.page.getByRole('option', { name: 'Push subscription' });
    await expect(option).toBeFocused({ timeout: 500 });
  }).toPass();
  await views.press('Enter');
  await expect(views.conditions.nth(1)).toContainText('push subscription is subscribed');
  await expect(app.page.getByTestId('condition-filter')).toBeFocused();
  await views.press('Escape', 'Home');
  await expect(views.focusedRow).toHaveAttribute('data-row', '/audience');
  await views.press('Tab', 'Tab', 'Enter');
  await expect(views.groups).toHaveAttribute('data-operator', 'OR');
  await expect(views.words).toContainText(
    'custom attribute “vip” equals true OR push subscription is subscribed',
  );
  await expect(main.blastRadius).toContainText('Audience: 2 conditions');

  await views.show('Body');
  const text = await main.shownTextWith('// the campaign of the spring sale');
  expect(JSON.parse(text.replace(/\/\/.*/, ''))).toEqual({
    campaign_id: campaign,
    broadcast: true,
    audience: {
      OR: [
        {
          custom_attribute: { custom_attribute_name: 'vip', comparison: 'equals', value: true },
        },
        { push_subscription_status: { comparison: 'is', value: 'subscribed' } },
      ],
    },
  });
});

const written = `{
  "campaign_id": "${campaign}",
  "recipients": [{ "external_user_id": "qa-1" }],
  "audience": {
    "AND": [
      // only who pays
      { "custom_attribute": { "custom_attribute_name": "plan", "comparison": "is_any_of", "value": ["gold"] } }, // or platinum
      { "OR": [{ "last_used_app": { "comparison": "after", "value": "soon" } }] },
      { "NOT": [] }
    ]
  }
}`;

test('what is typed as text shows as a tree, and comments go with what is moved', async ({
  app,
}) => {
  const main = new MainWindow(app.page);
  const views = new BodyViews(app.page);
  await main.open('Welcome');
  await main.replaceBody(written);
  await views.show('Audience');
  await expect(views.conditions).toHaveCount(2);
  await expect(views.groups).toHaveCount(2);
  await expect(views.unknownParts).toContainText('{ "NOT": [] }');
  await expect(views.findings.filter({ hasText: '“soon”' })).toHaveAttribute('data-rule', 'R28');
  await expect(views.reach).toContainText('only if they satisfy this audience as well');

  // Into the group below, then taken back.
  await views.conditions.first().getByRole('button').first().focus();
  await views.press('Alt+ArrowRight');
  await expect(views.focusedRow).toHaveAttribute('data-row', '/audience/AND/0/OR/0');
  await views.show('Body');
  await expect(main.editor).toContainText('// only who pays');
  await expect(main.editor).toContainText('// or platinum');
  await views.show('Audience');
  await views.conditions.first().getByRole('button').first().focus();
  await views.press('ControlOrMeta+z');
  await expect(views.conditions.first().locator('[data-row]')).toHaveAttribute(
    'data-row',
    '/audience/AND/0',
  );

  // Removed, and brought back by the notice.
  await views.press('Home', 'ArrowDown', 'Delete');
  await expect(views.conditions).toHaveCount(1);
  await app.page.getByRole('button', { name: 'Undo' }).click();
  await expect(views.conditions).toHaveCount(2);
  await views.show('Body');
  await expect
    .poll(async () => (await main.shownText()).replaceAll(/\s+/g, ' '))
    .toBe(written.replaceAll(/\s+/g, ' '));

  // What is not understood leads to its place; what cannot be read says where.
  await views.show('Audience');
  await app.page.getByTestId('unknown-show').click();
  await expect(main.editor.locator('textarea, .native-edit-context').first()).toBeFocused();
  await main.replaceBody('{ "audience": { "AND": [');
  await views.show('Audience');
  await expect(views.obstacle).toContainText('line 1');
  await expect(views.conditions).toHaveCount(0);
});

test('what is typed in a field is part of what Ctrl+Enter sends', async ({ app }) => {
  const main = new MainWindow(app.page);
  const views = new BodyViews(app.page);
  await main.open('Welcome');
  await main.replaceBody(
    JSON.stringify({
      campaign_id: campaign,
      recipients: [{ external_user_id: 'qa-1' }],
      attachments: [{ file_name: 'terms', url: 'https://cdn.example.com/terms.pdf' }],
    }),
  );
  await views.show('Attachments');
  await views.attachmentRows.getByRole('button').first().click();
  await views.attachmentName.fill('platinum');
  expect(await main.sendWithKeyboard()).toBe('accepted');
  const sent = await app.page.evaluate(async () => {
    const list = await window.desk.request('history.list', {
      query: 'platinum',
      environmentId: null,
      outcomes: [],
      before: null,
      limit: 5,
    });
    return list.ok ? list.value.items.length : -1;
  });
  expect(sent).toBe(1);
});

test('an attachment of a type that cannot be sent shows its rule', async ({ app }) => {
  const main = new MainWindow(app.page);
  const views = new BodyViews(app.page);
  await main.open('Welcome');
  await main.replaceBody(`{
  "campaign_id": "${campaign}", // kept
  "recipients": [{ "external_user_id": "qa-1" }]
}`);
  await views.show('Attachments');
  await views.addAttachment.click();
  await expect(views.attachmentName).toBeFocused();
  await app.page.keyboard.type('terms');
  await views.press('Tab');
  await app.page.keyboard.type('https://cdn.example.com/terms.exe');
  await views.press('Tab');
  await expect(views.attachmentRows.getByTestId('attachment-type')).toContainText('.exe');
  await expect(views.findings).toHaveAttribute('data-rule', 'R23');

  await views.attachmentUrl.fill('https://cdn.example.com/terms.pdf');
  await views.press('Tab');
  await expect(views.attachmentRows.getByTestId('attachment-type')).toHaveText('.pdf');
  await expect(views.findings).toHaveCount(0);
  await views.show('Body');
  const text = await main.shownTextWith('// kept');
  expect(JSON.parse(text.replace('// kept', ''))).toMatchObject({
    attachments: [{ file_name: 'terms', url: 'https://cdn.example.com/terms.pdf' }],
  });
});
