// Stored arrays as numbers: a header of JSON preceded by its length, then float32 in little-endian order.

export interface Frames {
  name: string;
  kind: string;
  shape: number[];
  frames: number;
  from: number;
  to: number;
  values: Float32Array;
}

export function parse(buffer: ArrayBuffer): Frames {
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as Omit<Frames, 'values'>;
  const view = new DataView(buffer, 4 + length);
  const values = new Float32Array(Math.floor(view.byteLength / 4));
  for (let i = 0; i < values.length; i++) values[i] = view.getFloat32(4 * i, true);
  return { ...header, values };
}
