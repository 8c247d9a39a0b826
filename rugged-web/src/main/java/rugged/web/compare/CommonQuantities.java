package rugged.web.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.Quantity;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;

/**
 * What can be compared: quantities are matched by name, definition and unit.
 *
 * @param names quantities that all runs record and mean the same by
 * @param refused names by which runs mean different things, with what they mean
 */
record CommonQuantities(List<String> names, List<String> refused) {
    static CommonQuantities of(List<Known> runs) {
        Map<String, Set<String>> meanings = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Known run : runs) {
            for (Quantity quantity : run.folder().quantities()) {
                if (quantity.hasExtents()) continue; // drawn by way of an analysis
                meanings.computeIfAbsent(quantity.name(), unseen -> new LinkedHashSet<>())
                        .add(quantity.definition() + (quantity.unit().isEmpty() ? "" : " [" + quantity.unit() + "]"));
                counts.merge(quantity.name(), 1, Integer::sum);
            }
        }
        List<String> names = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        counts.forEach((name, count) -> {
            if (count < runs.size()) return;
            Set<String> meaning = meanings.getOrDefault(name, Set.of());
            if (meaning.size() == 1) names.add(name);
            else refused.add(name + ": " + String.join(" | ", meaning));
        });
        return new CommonQuantities(List.copyOf(names), List.copyOf(refused));
    }

    /**
     * The one that is compared.
     *
     * @param wanted its name; empty for the first
     * @return empty when there is none, or when the runs mean different things by it
     * @throws Refusal when not all runs record it
     */
    Optional<String> chosen(String wanted) {
        if (wanted.isEmpty()) return names.stream().findFirst();
        if (names.contains(wanted)) return Optional.of(wanted);
        String meant = wanted + ":";
        if (refused.stream().anyMatch(line -> line.startsWith(meant))) return Optional.empty();
        throw Refusal.missing("not all of these runs record " + wanted);
    }
}
