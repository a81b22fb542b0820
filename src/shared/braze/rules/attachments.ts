import type { JsonNode, ObjectNode } from '../json-node';
import { ATTACHMENT_EXTENSIONS } from './attachment-types';
import { leaksOf } from './query-privacy';
import type { Rule, RuleContext } from './rule-context';
import { extensionOf, readWebAddress } from './web-address';

/** R22 parts, R23 type and R24 address of attachments: of a campaign trigger, or of an e-mail message. */
export const attachments: Rule = (context) => {
  const own = context.body.members.get('attachments');
  if (own !== undefined) checkList(context, own);
};

/** R22–R24 for the e-mail of `/messages/send`. */
export const messageAttachments: Rule = (context) => {
  const messages = context.body.members.get('messages');
  const email = messages?.kind === 'object' ? messages.members.get('email') : undefined;
  const list = email?.kind === 'object' ? email.members.get('attachments') : undefined;
  if (list !== undefined) checkList(context, list);
};

function checkList(context: RuleContext, list: JsonNode): void {
  if (context.isUntyped(list)) return;
  if (list.kind !== 'array') {
    context.report('R22.not_array', list, { type: list.kind });
    return;
  }
  for (const entry of list.items) {
    if (entry.kind === 'object') checkEntry(context, entry);
    else context.report('R22.entry_not_object', entry, { type: entry.kind });
  }
}

function checkEntry(context: RuleContext, entry: ObjectNode): void {
  const { report } = context;
  for (const part of ['file_name', 'url']) {
    const node = entry.members.get(part);
    if (node === undefined) report('R22.part_missing', entry, { part }, 'open');
    else if (node.kind !== 'string' || node.value.trim() === '') {
      report('R22.part_missing', node, { part });
    }
  }
  const credential = entry.members.get('basic_auth_credential');
  if (credential !== undefined && credential.kind !== 'string') {
    report('R22.credential', credential, { type: credential.kind });
  }
  checkUrl(context, entry.members.get('url'));
  checkName(context, entry.members.get('file_name'));
}

function checkName({ report, isOpen }: RuleContext, node: JsonNode | undefined): void {
  if (node?.kind !== 'string' || isOpen(node)) return;
  const extension = /\.([A-Za-z0-9]+)$/.exec(node.value.trim())?.[1];
  if (extension !== undefined && ATTACHMENT_EXTENSIONS.has(extension.toLowerCase())) {
    report('R24.name_with_extension', node, { extension });
  }
}

function checkUrl({ report, isOpen }: RuleContext, node: JsonNode | undefined): void {
  if (node?.kind !== 'string' || node.value.trim() === '' || isOpen(node)) return;
  const address = readWebAddress(node.value);
  if (address === null) {
    report('R24.not_absolute', node);
    return;
  }
  const extension = extensionOf(address);
  if (extension === null) report('R24.no_extension', node);
  else if (!ATTACHMENT_EXTENSIONS.has(extension)) report('R23.type', node, { extension });
  if (/^(drive|docs)\.google\.com$/.test(address.host)) report('R24.google_drive', node);
  for (const { kind, parameter } of leaksOf(address)) report(`R24.${kind}`, node, { parameter });
}
