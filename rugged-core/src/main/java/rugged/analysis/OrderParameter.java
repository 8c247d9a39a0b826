package rugged.analysis;

import rugged.api.Quantity;

/** The order parameter whose moments an analysis reads. */
public enum OrderParameter {
    /** q of two replicas: {@code overlap-moments}, {@code tempered-averages}. */
    OVERLAP("q", ""),
    /** m of one: {@code tempered-magnetisation}. */
    MAGNETISATION("m", "_m");

    private final String letter;
    private final String suffix;

    OrderParameter(String letter, String suffix) {
        this.letter = letter;
        this.suffix = suffix;
    }

    /** Names of first absolute, second and fourth moment. */
    String[] moments() {
        return new String[] {letter + "_abs", letter + "2", letter + "4"};
    }

    /** A quantity of the overlap as that of this order parameter. */
    Quantity of(Quantity quantity) {
        if (this == OVERLAP) return quantity;
        return new Quantity(
                quantity.name() + suffix,
                quantity.symbol().replace("_{q}", "_{m}"),
                quantity.unit(),
                quantity.axes(),
                quantity.definition()
                        .replace("q^{", "m^{")
                        .replace("|q|", "|m|")
                        .replace("Binder cumulant", "Binder cumulant of the magnetisation"));
    }
}
