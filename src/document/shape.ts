/** One value of the API model, as far as a document's check needs it. */
export type Shape = StructureShape | ListShape | MapShape | TextShape | NumberShape | FlagShape;

/** Members by name. */
export interface StructureShape {
  readonly type: 'structure';
  readonly members: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
}

/** A list of values of one shape. */
export interface ListShape {
  readonly type: 'list';
  readonly item: Shape;
}

/** Names of the user's own with values of one shape. */
export interface MapShape {
  readonly type: 'map';
  readonly key: TextShape;
  readonly value: Shape;
}

/** Text; `min` and `max` are lengths in UTF-16 units, as Java counts them. */
export interface TextShape {
  readonly type: 'string';
  /** The shape's name in the model. */
  readonly name: string;
  readonly min?: number;
  readonly max?: number;
  /** Covers the whole value. */
  readonly pattern?: string;
  readonly enum?: readonly string[];
  /** The value is never repeated in a message. */
  readonly sensitive?: true;
}

/** A whole number within bounds, both included. */
export interface NumberShape {
  readonly type: 'integer';
  readonly min?: number;
  readonly max?: number;
}

/** True or false. */
export interface FlagShape {
  readonly type: 'boolean';
}
