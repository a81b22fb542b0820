import type { JsonDocument } from '#shared/braze/document';
import type { JsonNode } from '#shared/braze/json-node';
import { ATTACHMENT_EXTENSIONS } from '#shared/braze/rules/attachment-types';
import { extensionOf, readWebAddress } from '#shared/braze/rules/web-address';
import { placeholderNames } from '#shared/lib/variables';

/** Fields of an attachment that are texts (R22). */
export const ATTACHMENT_FIELDS = ['file_name', 'url', 'basic_auth_credential'] as const;

export type AttachmentField = (typeof ATTACHMENT_FIELDS)[number];

/** The type that an address gives a file (R23). */
export type FileType =
  | { readonly state: 'unknown' }
  | { readonly state: 'allowed' | 'wrong'; readonly extension: string };

/** One entry of the list: its texts, or its source where it is something else. */
export type AttachmentEntry =
  | {
      readonly kind: 'attachment';
      readonly index: number;
      /** Null where the field is missing or no text. */
      readonly texts: Readonly<Record<AttachmentField, string | null>>;
      readonly type: FileType;
      readonly source: string;
    }
  | { readonly kind: 'odd'; readonly index: number; readonly source: string };

/** The type of the file at an address; unknown where the address has none, or a variable in it. */
export function fileTypeOf(url: string): FileType {
  const address = placeholderNames(url).length > 0 ? null : readWebAddress(url);
  const extension = address === null ? null : extensionOf(address);
  if (extension === null) return { state: 'unknown' };
  return { state: ATTACHMENT_EXTENSIONS.has(extension) ? 'allowed' : 'wrong', extension };
}

/** The entries of a list of attachments. What is no object, or has a field twice, is left as it is. */
export function readAttachments({ root, text, repeats }: JsonDocument): readonly AttachmentEntry[] {
  if (root?.kind !== 'array') return [];
  const repeated = new Set<JsonNode | null>(repeats.map(({ later }) => later.parent));
  return root.items.map((node, index) => {
    const source = text.slice(node.offset, node.offset + node.length);
    if (node.kind !== 'object' || repeated.has(node)) return { kind: 'odd', index, source };
    const textAt = (field: AttachmentField): string | null => {
      const member = node.members.get(field);
      return member?.kind === 'string' ? member.value : null;
    };
    const texts = {
      file_name: textAt('file_name'),
      url: textAt('url'),
      basic_auth_credential: textAt('basic_auth_credential'),
    };
    return { kind: 'attachment', index, texts, type: fileTypeOf(texts.url ?? ''), source };
  });
}
