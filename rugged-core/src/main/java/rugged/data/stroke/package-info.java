/** Digits as strokes of a pen, and how they are painted. */
@org.jspecify.annotations.NullMarked
package rugged.data.stroke;
