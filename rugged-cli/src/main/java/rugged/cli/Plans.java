package rugged.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import rugged.cli.text.Exit;
import rugged.params.Catalogue;
import rugged.params.Suggestion;
import rugged.report.Numerals;
import rugged.study.Checked;
import rugged.study.Plan;
import rugged.study.Planner;
import rugged.study.cost.Estimate;
import rugged.study.cost.Machine;
import rugged.study.read.Bundled;
import rugged.study.read.Request;

/** From what was typed to a plan, and a plan in words. */
final class Plans {
    private Plans() {}

    /** A bundled study by name, or a study file. */
    static Request request(String study) {
        Optional<Request> bundled = Bundled.request(study);
        if (bundled.isPresent()) return bundled.get();
        Path file = Path.of(study);
        if (Files.isRegularFile(file) && Files.isReadable(file)) return Request.of(file);
        boolean path = study.contains("/") || study.endsWith(".yaml") || study.endsWith(".yml");
        if (Files.isDirectory(file))
            throw Exit.Refused.of(study + ": is a folder; a study file, or 'rugged resume " + study + "' for a run");
        if (path)
            throw Exit.Refused.of(
                    study + ": no such file; a study file, or one of " + String.join(", ", Bundled.names()));
        throw Exit.Refused.of(
                study + ": unknown study; " + Suggestion.among(study, Bundled.names()) + ", or a study file");
    }

    /** The request as the options change it. */
    static Request changed(Request request, String size, List<String> settings, OptionalLong seed, List<Path> with) {
        Request changed = request.set(settings).with(with);
        if (!size.isEmpty()) changed = changed.at(size);
        return seed.isPresent() ? changed.seeded(seed.getAsLong()) : changed;
    }

    /** The plan; every mistake at once otherwise. */
    static Plan plan(Request request, int threads) {
        Machine machine = threads > 0 ? Machine.here().threads(threads) : Machine.here();
        return plan(request, machine);
    }

    /** The plan of a run that another machine has checked and handed over. */
    static Plan handedOver(Request request) {
        return plan(request, Machine.here().unasked());
    }

    private static Plan plan(Request request, Machine machine) {
        Checked checked = Planner.check(request, Catalogue.standard(), machine);
        return checked.plan().orElseThrow(() -> Exit.Refused.of(checked.problems()));
    }

    /** One line on what is going to happen. */
    static String line(Plan plan) {
        Estimate estimate = plan.estimate();
        return plan.study() + ", size " + plan.size() + ": " + estimate.points() + " points"
                + (plan.further() > 0
                        ? " and, where it is refined, at most " + plan.further() + " more; of the first: "
                        : ", ")
                + (estimate.bound() ? "at most " : "")
                + String.format(Locale.ROOT, "%.2g", estimate.evaluations()) + " gradients, "
                + (estimate.bound() ? "at most about " : "about ")
                + Numerals.duration(estimate.seconds().likely()) + " ("
                + Numerals.duration(estimate.seconds().low()) + " to "
                + Numerals.duration(estimate.seconds().high()) + "), memory " + Numerals.bytes(estimate.memory())
                + ", disk "
                + Numerals.bytes(estimate.disk());
    }
}
