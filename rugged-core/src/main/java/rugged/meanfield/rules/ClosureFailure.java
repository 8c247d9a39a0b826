package rugged.meanfield.rules;

/** Equations that cannot be integrated further; the message says where and what would help. */
public final class ClosureFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClosureFailure(String message) {
        super(message);
    }
}
