package rugged.study.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.StartSpec;
import rugged.params.Catalogue;
import rugged.params.Problems;
import rugged.params.Samples;
import rugged.study.read.Section.Bound;

/** Whether the parts of a study fit together: what one needs, another must offer. Says what would. */
final class Fitness {
    private final Catalogue catalogue;
    private final Problems problems;

    Fitness(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    void dynamics(Bound<LandscapeSpec> landscape, Bound<DynamicsSpec> dynamics) {
        Set<Need> missing = missing(dynamics.spec().needs(), landscape.spec().offers());
        if (!missing.isEmpty()) {
            report(
                    dynamics,
                    "dynamics",
                    missing,
                    landscape.name(),
                    works(
                            "dynamics",
                            DynamicsSpec.class,
                            DynamicsSpec::needs,
                            landscape.spec().offers()));
            return;
        }
        dynamics.spec()
                .objection(landscape.spec())
                .ifPresent(objection -> problems.add(dynamics.at(), "dynamics", objection, ""));
    }

    /** Returns what is to be said of the start; empty when there is nothing. */
    String start(Bound<LandscapeSpec> landscape, Bound<StartSpec> start, int replicas) {
        Set<Need> missing = missing(start.spec().needs(), landscape.spec().offers());
        if (missing.isEmpty()) {
            start.spec().check(landscape.spec(), replicas);
            return start.spec().remark();
        }
        report(
                start,
                "start",
                missing,
                landscape.name(),
                works(
                        "start",
                        StartSpec.class,
                        StartSpec::needs,
                        landscape.spec().offers()));
        return "";
    }

    void protocol(Bound<LandscapeSpec> landscape, Bound<DynamicsSpec> dynamics, Bound<ProtocolSpec> protocol) {
        Set<Need> offered = together(landscape, dynamics);
        Set<Need> missing = missing(protocol.spec().needs(), offered);
        if (missing.isEmpty()) return;
        String where = landscape.name() + " under " + dynamics.name();
        report(
                protocol,
                "protocol",
                missing,
                where,
                works("protocol", ProtocolSpec.class, ProtocolSpec::needs, offered));
    }

    void replicas(Bound<ProtocolSpec> protocol, int replicas) {
        int most = protocol.spec().mostReplicas();
        if (replicas <= most) return;
        String message = protocol.name() + " leads " + most + (most == 1 ? " replica" : " replicas")
                + "; the study has " + replicas;
        problems.add(protocol.at(), "protocol", message, "replicas: " + most + ", and more seeds");
    }

    void observable(
            Bound<LandscapeSpec> landscape,
            Bound<DynamicsSpec> dynamics,
            Bound<ObservableSpec> observable,
            int replicas) {
        String path = "observe." + observable.name();
        Set<Need> offered = together(landscape, dynamics);
        Set<Need> missing = missing(observable.spec().needs(), offered);
        if (!missing.isEmpty()) {
            String remark = observable.spec().remark();
            String where = landscape.name() + " under " + dynamics.name();
            report(
                    observable,
                    path,
                    missing,
                    where,
                    (remark.isEmpty() ? "" : remark + "; ")
                            + works("observable", ObservableSpec.class, ObservableSpec::needs, offered));
        }
        observable
                .spec()
                .objection(landscape.spec(), dynamics.spec())
                .ifPresent(objection -> problems.add(observable.at(), path, objection, ""));
        int least = observable.spec().replicas();
        if (replicas < least) {
            String message = observable.name() + " needs " + least + " replicas; the study has " + replicas;
            problems.add(observable.at(), path, message, "add replicas: " + least);
        }
    }

    private static Set<Need> together(Bound<LandscapeSpec> landscape, Bound<DynamicsSpec> dynamics) {
        Set<Need> offered = EnumSet.noneOf(Need.class);
        offered.addAll(landscape.spec().offers());
        offered.addAll(dynamics.spec().provides());
        return offered;
    }

    private static Set<Need> missing(Set<Need> needs, Set<Need> offered) {
        Set<Need> missing = EnumSet.noneOf(Need.class);
        for (Need need : needs) if (!offered.contains(need)) missing.add(need);
        return missing;
    }

    private void report(Bound<?> who, String path, Set<Need> missing, String landscape, String allowed) {
        List<String> phrases = missing.stream().map(Need::phrase).toList();
        int last = phrases.size() - 1;
        String list = last == 0
                ? phrases.getFirst()
                : String.join(", ", phrases.subList(0, last)) + " and " + phrases.get(last);
        String lacks = last == 0 ? " has none" : last == 1 ? " has neither" : " has none of them";
        problems.add(who.at(), path, who.name() + " needs " + list + "; " + landscape + lacks, allowed);
    }

    /** The names of a kind whose needs are met, asked of specs made of defaults. */
    private <S> String works(String kind, Class<S> type, Function<S, Set<Need>> needs, Set<Need> offered) {
        List<String> names = new ArrayList<>();
        for (Catalogue.Entry entry : catalogue.entries(kind)) {
            boolean fits = Samples.of(entry, catalogue)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .filter(sample -> missing(needs.apply(sample), offered).isEmpty())
                    .isPresent();
            if (fits) names.add(entry.name());
        }
        String plural = kind.equals("dynamics") ? kind : kind + "s";
        return names.isEmpty()
                ? "there are no " + plural + " that work"
                : plural + " that work: " + String.join(", ", names);
    }
}
