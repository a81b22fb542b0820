import { expect, it } from 'vitest';
import { BODY_PARTS, bodyPartsOf } from './body-parts';
import { ENDPOINT_PATHS } from './endpoints';
import { BODY_SHAPES, fieldsByName } from './fields';

it.each(ENDPOINT_PATHS)('names the parts that the fields of %s have', (path) => {
  const fields = fieldsByName(BODY_SHAPES[path]);
  expect(bodyPartsOf(path)).toEqual(BODY_PARTS.filter((name) => fields.has(name)));
});
