package rugged.torch;

/** Where libtorch computes. */
public enum Processor {
    /** On the processor, one thread a run. */
    CPU,
    /** On the GPU where there is one, else on the processor. */
    CUDA
}
