// A picture filled by spans of 8 by 8 tiles, in device pixels. A timeline draws tens of thousands
// of spans a frame; writing pixels is several times as fast as canvas calls.

export class Raster {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.image = new ImageData(width, height);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }

  clear() {
    this.pixels.fill(0);
  }

  /** Fills columns [left, right) of rows [top, bottom), clipped to the picture. */
  fill(tile, left, right, top, bottom) {
    const from = left < 0 ? 0 : left;
    const to = right > this.width ? this.width : right;
    const low = top < 0 ? 0 : top;
    const high = bottom > this.height ? this.height : bottom;
    if (from >= to) return;
    for (let y = low; y < high; y++) {
      const row = y * this.width;
      const line = (y & 7) << 3;
      for (let x = from; x < to; x++) this.pixels[row + x] = tile[line | (x & 7)];
    }
  }
}
