package rugged.landscape.rules;

/** Where a student begins. */
public enum Beginning {
    /** Units in random directions, |J_k|^2 = 1. */
    RANDOM,
    /** Units of the teacher with normal noise of variance 0.01 on each weight. */
    TEACHER,
    /** Units of the prior in random directions: |J_k|^2 = 1/gamma. */
    LONG
}
