/** One place where a property is read. */
export interface PropertyPlace {
  /** The message's name or channel, such as `Email`. */
  readonly message: string;
  /** The message's field, such as `subject`. */
  readonly field: string;
}

/**
 * A property that texts read, with what they read below it. `required` holds within its parent: where the
 * parent is missing, only the parent is.
 */
export interface ContractProperty {
  readonly name: string;
  /** No default and no condition stands around at least one use. */
  readonly required: boolean;
  /** Its entries are read: `children` are those of each entry. */
  readonly list: boolean;
  /** It is used as a whole, or by a name worked out when the message is made: anything may be below it. */
  readonly open: boolean;
  readonly children: readonly ContractProperty[];
  /** At most a few. */
  readonly places: readonly PropertyPlace[];
}

/** The properties that a target's texts read from a call. */
export interface PropertyContract {
  readonly properties: readonly ContractProperty[];
  /**
   * Whether that is all: false where texts are not among the details (a content block), or a name is only
   * worked out when the message is made. What is not listed may then be used all the same.
   */
  readonly complete: boolean;
}

/** Of a target without readable texts: nothing is known. */
export const unknownContract: PropertyContract = { properties: [], complete: false };
