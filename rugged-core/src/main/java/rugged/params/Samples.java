package rugged.params;

import java.util.Optional;

/** Specs made of defaults alone: what a kind offers is asked of them when nobody has chosen parameters yet. */
public final class Samples {
    private Samples() {}

    /**
     * An entry with its defaults; numbers that have none are 1, or the nearest value in range, and choices take their first constant. Empty where that
     * does not make a valid spec.
     */
    public static Optional<Object> of(Catalogue.Entry entry, Catalogue catalogue) {
        Problems problems = new Problems();
        Node.Place at = Node.Place.of(entry.name());
        Node.Mapping node =
                new Node.Mapping(at, java.util.List.of(new Node.Entry(at, SpecBinder.IS, Node.scalar(entry.name()))));
        for (Parameter parameter : entry.schema().parameters()) {
            if (!parameter.required()) continue;
            Optional<String> text = text(parameter);
            if (text.isEmpty()) return Optional.empty();
            node = node.with(new Node.Entry(at, parameter.key(), Node.scalar(text.get())));
        }
        return new SpecBinder(catalogue, problems)
                .block(entry.type(), node, entry.name())
                .map(Object.class::cast);
    }

    private static Optional<String> text(Parameter parameter) {
        Param declared = parameter.declared();
        return switch (parameter.type()) {
            case ValueType.Whole whole ->
                Optional.of(Numbers.text(Math.clamp(1.0, declared.min() + (declared.above() ? 1 : 0), declared.max())));
            case ValueType.Real real -> Optional.of(Numbers.text(real(declared)));
            case ValueType.Choice choice -> choice.words().stream().findFirst();
            case ValueType.Flag flag -> Optional.of("false");
            case ValueType.Text text -> Optional.of("sample");
            default -> Optional.empty();
        };
    }

    private static double real(Param declared) {
        boolean fits = (declared.above() ? 1.0 > declared.min() : 1.0 >= declared.min()) && 1.0 <= declared.max();
        if (fits) return 1.0;
        if (!Double.isFinite(declared.max())) return declared.min() + 1.0;
        return Double.isFinite(declared.min()) ? 0.5 * (declared.min() + declared.max()) : declared.max();
    }
}
