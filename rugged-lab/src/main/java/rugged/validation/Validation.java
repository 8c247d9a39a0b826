package rugged.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.api.CheckSpec;
import rugged.params.BadParameter;
import rugged.params.Catalogue;
import rugged.params.Samples;
import rugged.run.Execution;

/**
 * All that is compared with a reference: the checks of the catalogue, and the studies of the folder {@code validation}, which run as any study does and whose
 * findings carry their references.
 */
public final class Validation {
    /** The size at which every sample is drawn. */
    public static final String LAPTOP = "laptop";

    private final Catalogue catalogue;
    private final Execution execution;

    /**
     * @param catalogue where checks are found
     * @param execution how studies are carried out
     */
    public Validation(Catalogue catalogue, Execution execution) {
        this.catalogue = catalogue;
        this.execution = execution;
    }

    /**
     * One group of comparisons that is computed together.
     *
     * @param name by which it is asked for
     * @param title one line
     * @param study whether it is a study; else a check of the catalogue
     */
    public record Entry(String name, String title, boolean study) {}

    /**
     * What came out.
     *
     * @param entry what was computed
     * @param rows every comparison
     * @param seconds wall time that it took
     * @param failure why there are no rows; empty when there are
     */
    public record Result(Entry entry, List<Comparison> rows, double seconds, Optional<String> failure) {
        /** Copies the rows. */
        public Result {
            rows = List.copyOf(rows);
        }

        /** Whether every row was computed and agrees. */
        public boolean agrees() {
            return failure.isEmpty() && !rows.isEmpty() && rows.stream().allMatch(Comparison::agrees);
        }
    }

    /** Everything that there is: checks by name, then studies. */
    public List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        for (Catalogue.Entry check : catalogue.entries("check")) all.add(new Entry(check.name(), check.title(), false));
        for (String study : Trials.NAMES) {
            all.add(new Entry(
                    study, Trials.plan(catalogue, study, LAPTOP).about().title(), true));
        }
        return List.copyOf(all);
    }

    /**
     * The entries of these names; a name that ends in {@code *} takes all that begin with it. All when none is given.
     *
     * @throws BadParameter when a name fits none
     */
    public List<Entry> entries(List<String> names) {
        List<Entry> all = entries();
        if (names.isEmpty()) return all;
        List<Entry> wanted = new ArrayList<>();
        for (String name : names) {
            List<Entry> fitting =
                    all.stream().filter(entry -> fits(name, entry)).toList();
            if (fitting.isEmpty()) {
                String known = String.join(", ", all.stream().map(Entry::name).toList());
                throw new BadParameter("validate", name, "there is no reference of this name", "known are " + known);
            }
            fitting.stream().filter(entry -> !wanted.contains(entry)).forEach(wanted::add);
        }
        return List.copyOf(wanted);
    }

    private static boolean fits(String name, Entry entry) {
        return name.endsWith("*")
                ? entry.name().startsWith(name.substring(0, name.length() - 1))
                : entry.name().equals(name);
    }

    /**
     * Computes one entry.
     *
     * @param size of a study: {@code laptop} for all of it, {@code quick} for fewer samples; checks have one size
     */
    public Result run(Entry entry, String size) {
        long begun = System.nanoTime();
        try {
            List<Comparison> rows = entry.study()
                    ? Trials.run(Trials.plan(catalogue, entry.name(), size), execution)
                    : check(entry.name());
            return new Result(entry, rows, seconds(begun), Optional.empty());
        } catch (Trials.Failed failed) {
            return new Result(entry, List.of(), seconds(begun), Optional.of(String.valueOf(failed.getMessage())));
        }
    }

    private List<Comparison> check(String name) {
        Catalogue.Entry found = catalogue
                .find("check", name)
                .orElseThrow(() -> new BadParameter("validate", name, "there is no such check", ""));
        CheckSpec check = (CheckSpec) Samples.of(found, catalogue)
                .orElseThrow(() -> new Trials.Failed(name + " has a parameter without default"));
        return check.rows().stream().map(Comparison::of).toList();
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) * 1e-9;
    }
}
