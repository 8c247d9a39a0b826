package rugged.meanfield;

/** Where a glass transition of the spherical model lies, or why there is none: an answer, never a silent NaN. */
public sealed interface Transition {
    /**
     * The overlap jumps.
     *
     * @param temperature T of the transition
     * @param overlap q just below it
     */
    record Discontinuous(double temperature, double overlap) implements Transition {
        @Override
        public String inWords() {
            return "discontinuous at T = " + temperature + " with q = " + overlap;
        }
    }

    /**
     * The overlap grows from zero.
     *
     * @param temperature T = sqrt(f''(0)), the square root of the weight of order 2
     */
    record Continuous(double temperature) implements Transition {
        @Override
        public String inWords() {
            return "no discontinuous transition for this f: the overlap grows continuously from zero below T = "
                    + temperature;
        }
    }

    /**
     * There is none to speak of.
     *
     * @param reason why
     */
    record Absent(String reason) implements Transition {
        @Override
        public String inWords() {
            return "no transition for this f: " + reason;
        }
    }

    /** T of the transition; NaN when it is absent. */
    default double temperatureOrNaN() {
        return switch (this) {
            case Discontinuous(double temperature, double overlap) -> temperature;
            case Continuous(double temperature) -> temperature;
            case Absent(String reason) -> Double.NaN;
        };
    }

    /** One clause for messages. */
    String inWords();
}
