package rugged.num.image;

/** How a grey level between pixels is read. */
public enum Interpolation {
    /** Linear in either direction between the four pixels around. */
    BILINEAR,
    /** Mean over all pixels with weights exp(-|r - r_k|^2/(2 s^2)), s = 0.4715 pixels, which blurs even where nothing moves. */
    GAUSSIAN,
    /** The nearest pixel. */
    NEAREST
}
