import type { EndpointPath } from './endpoints';
import type { FieldSpec, ShapeName } from './field-spec';
import { BODY_SHAPES, type FieldId, fieldName, fieldOf, SHAPES } from './fields';

/** A JSON Schema (draft-07), as far as it is used here. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly deprecationMessage?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly (string | null)[];
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** Gives the description of a field, in whatever language is wanted. */
export type Describe = (id: FieldId) => string;

/** What a text is drawn from, and how long a list or text may be. */
function limitsOf(spec: FieldSpec): JsonSchema {
  const { values, maxItems, maxLength, format, types } = spec;
  const isList = types.includes('array') && spec.itemType !== undefined;
  const allowsNull = types.includes('null');
  return {
    ...(values === undefined || isList ? {} : { enum: allowsNull ? [...values, null] : values }),
    ...(maxItems === undefined ? {} : { maxItems }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(format === undefined ? {} : { format }),
  };
}

function itemsOf({ shape, itemType, values }: FieldSpec): JsonSchema | null {
  if (shape !== undefined) return { $ref: `#/definitions/${shape}` };
  if (itemType === undefined) return null;
  return values === undefined ? { type: itemType } : { type: itemType, enum: values };
}

function fieldSchema(id: FieldId, describe: Describe | undefined): JsonSchema {
  const spec = fieldOf(id);
  const { types, shape } = spec;
  const [only] = types;
  const description = describe?.(id);
  const items = types.includes('array') ? itemsOf(spec) : null;
  const isObject = types.includes('object') && shape !== undefined;
  const base: JsonSchema = {
    ...(types.length === 1 && only !== undefined ? { type: only } : { type: types }),
    ...limitsOf(spec),
    ...(items === null ? {} : { items }),
    ...(description === undefined ? {} : { description }),
    ...(spec.deprecated === true && description !== undefined
      ? { deprecationMessage: description }
      : {}),
  };
  // Beside a $ref draft-07 reads nothing, so the fields of a single object are put in directly.
  return isObject ? { ...base, ...shapeSchema(shape, describe, true) } : base;
}

/** A nested audience would go on for ever, so objects inside objects are references. */
function shapeSchema(
  name: ShapeName,
  describe: Describe | undefined,
  isNested: boolean,
): JsonSchema {
  const { fields, required } = SHAPES[name];
  const properties = Object.fromEntries(
    fields.map((id) => [fieldName(id), fieldSchema(id, describe)] as const),
  );
  return {
    ...(isNested ? {} : { type: 'object' }),
    properties,
    ...(required === undefined ? {} : { required }),
  };
}

function shapesUnder(root: ShapeName): ReadonlySet<ShapeName> {
  const found = new Set<ShapeName>();
  const open: ShapeName[] = [root];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const id of SHAPES[name].fields) {
      const { shape } = fieldOf(id);
      if (shape !== undefined) open.push(shape);
    }
  }
  return found;
}

/**
 * JSON Schema of an endpoint's body, for completion in the editor. It is made from the field table;
 * findings come from the rules, so a schema check is not needed beside them.
 */
export function schemaFor(endpoint: EndpointPath, describe?: Describe): JsonSchema {
  const root = BODY_SHAPES[endpoint];
  const definitions = Object.fromEntries(
    [...shapesUnder(root)]
      .filter((name) => name !== root)
      .map((name) => [name, shapeSchema(name, describe, false)] as const),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...shapeSchema(root, describe, false),
    definitions,
  };
}
