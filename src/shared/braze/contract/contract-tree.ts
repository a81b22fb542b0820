import type { PathStep } from '../../liquid/liquid-tokens';
import type { ContractProperty, PropertyContract, PropertyPlace } from './contract';

/** Places kept of one property. */
const mostPlaces = 5;
/** Properties of one contract; texts that name more are not written by hand. */
const mostProperties = 2000;
const deepest = 20;

interface Branch {
  required: boolean;
  list: boolean;
  open: boolean;
  readonly children: Map<string, Branch>;
  readonly places: PropertyPlace[];
}

/** One use of a property by a text. */
export interface Mention {
  /** From the properties' top. */
  readonly path: readonly PathStep[];
  /** Whether the use needs the part of the path that is so many steps long. */
  required(length: number): boolean;
  /** It is gone through entry by entry. */
  readonly list?: boolean;
  /** It is handed on as a whole. */
  readonly open?: boolean;
  readonly place: PropertyPlace;
}

/** Gathers mentions into a contract. */
export interface ContractTree {
  add(mention: Mention): void;
  /** Something may be read that is not seen here. */
  markIncomplete(): void;
  contract(): PropertyContract;
}

function newBranch(): Branch {
  return { required: false, list: false, open: false, children: new Map(), places: [] };
}

export function createContractTree(): ContractTree {
  const root = newBranch();
  let complete = true;
  let count = 0;

  return {
    add({ path, required, list = false, open = false, place }) {
      let branch = root;
      for (const [index, step] of path.slice(0, deepest).entries()) {
        if (step.kind === 'open') {
          branch.open = true;
          break;
        }
        if (step.kind === 'entry') {
          branch.list = true;
          continue;
        }
        // How many there are, not what is in them.
        if (step.name === 'size') break;
        // The first entry of a list, or a property of that name: it cannot be told.
        if ((step.name === 'first' || step.name === 'last') && branch !== root) {
          branch.open = true;
          break;
        }
        let child = branch.children.get(step.name);
        if (child === undefined) {
          if (count >= mostProperties) {
            complete = false;
            return;
          }
          count += 1;
          child = newBranch();
          branch.children.set(step.name, child);
        }
        child.required ||= required(index + 1);
        branch = child;
      }
      if (branch === root) {
        complete = false;
        return;
      }
      branch.list ||= list;
      branch.open ||= open;
      const known = branch.places.some(
        ({ message, field }) => message === place.message && field === place.field,
      );
      if (!known && branch.places.length < mostPlaces) branch.places.push(place);
    },
    markIncomplete() {
      complete = false;
    },
    contract: () => ({ properties: propertiesOf(root), complete }),
  };
}

function propertiesOf({ children }: Branch): ContractProperty[] {
  return [...children].map(([name, branch]) => ({
    name,
    required: branch.required,
    list: branch.list,
    open: branch.open,
    children: propertiesOf(branch),
    places: branch.places,
  }));
}
