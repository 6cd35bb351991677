/**
 * @fileoverview What browsers have and the type checker does not know.
 * @externs
 */

/** @param {string} query @return {!MediaQueryList} */
function matchMedia(query) {}

/** @type {number} */
var devicePixelRatio;

/** @param {string} type @param {function(!Event)} listener */
function addEventListener(type, listener) {}

/** @return {!ReadableStream} */
Blob.prototype.stream = function () {};
