package rugged.data;

import rugged.api.Examples.Labels;

/** What is to be told about a digit. */
public enum DigitLabels {
    /** Which digit it is: ten classes. */
    CLASSES(Labels.CLASSES, 10),
    /** Whether it is odd (+1) or even (-1). */
    PARITY(Labels.SIGNS, 2);

    private final Labels kind;
    private final int classes;

    DigitLabels(Labels kind, int classes) {
        this.kind = kind;
        this.classes = classes;
    }

    /** What the labels are. */
    Labels kind() {
        return kind;
    }

    /** How many differ. */
    int classes() {
        return classes;
    }

    /** The label of a digit. */
    double of(int digit) {
        if (this == CLASSES) return digit;
        return digit % 2 == 1 ? 1.0 : -1.0;
    }
}
