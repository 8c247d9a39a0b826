package rugged.params;

/** A parameter, or a combination of parameters, that cannot be used. Thrown by the constructors of specs; the study reader turns it into a {@link Problem}. */
public final class BadParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String parameter;
    private final String value;
    private final String wrong;
    private final String allowed;

    /**
     * @param parameter the key as typed in a study file, for example {@code planted}
     * @param value the offending value
     * @param message what is wrong with it
     * @param allowed what would be accepted
     */
    public BadParameter(String parameter, Object value, String message, String allowed) {
        super(parameter + " = " + value + ": " + message + "; " + allowed);
        this.parameter = parameter;
        this.value = String.valueOf(value);
        this.allowed = allowed;
        this.wrong = message;
    }

    /** The key as typed in a study file. */
    public String parameter() {
        return parameter;
    }

    /** The offending value, as text. */
    public String value() {
        return value;
    }

    /** What is wrong. */
    public String wrong() {
        return wrong;
    }

    /** What would be accepted. */
    public String allowed() {
        return allowed;
    }
}
