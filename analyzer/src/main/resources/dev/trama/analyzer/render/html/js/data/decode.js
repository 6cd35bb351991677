// From the text in the page to columns of numbers; PageData.java is the other half.

const POWERS = Array.from({length: 10}, (_, i) => 2 ** (7 * i));

function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

async function inflate(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function numbers(bytes, at, count, values) {
  let p = at;
  for (let i = 0; i < count; i++) {
    let byte = bytes[p++];
    if (byte < 128) {
      values[i] = byte;
      continue;
    }
    let value = byte & 127;
    let power = 1;
    do {
      byte = bytes[p++];
      value += (byte & 127) * POWERS[power++];
    } while (byte > 127);
    values[i] = value;
  }
  return values;
}

/** The sign was folded in as the lowest bit. */
export function unsign(value) {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/** {header, column(name, Type)} of the page's data. */
export async function decode(text) {
  const bytes = await inflate(fromBase64(text));
  const headerLength = new DataView(bytes.buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength)));
  const places = new Map();
  let at = 4 + headerLength;
  for (const column of header.columns) {
    places.set(column.name, {at, count: column.count});
    at += column.bytes;
  }
  const column = (name, Type = Int32Array) => {
    const place = places.get(name) ?? {at: 0, count: 0};
    return numbers(bytes, place.at, place.count, new Type(place.count));
  };
  return {header, column};
}
