package rugged.analysis.atlas;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import rugged.analysis.Collected;
import rugged.api.AnalysisSpec;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.record.Atlas;
import rugged.api.record.Library;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;

/** Maps that are known, for tests of analyses. */
final class KnownMaps {
    private static final double[] NOTHING = new double[0];

    /** A sample that collected this. */
    static Sample sample(List<Library.Entry> entries) {
        return new Sample() {
            @Override
            public String seed() {
                return "1";
            }

            @Override
            public List<AnalysisSpec.Reading> readings(String quantity) {
                return List.of();
            }

            @Override
            public List<Library.Entry> collected(String kind) {
                return entries.stream().filter(one -> one.kind().equals(kind)).toList();
            }
        };
    }

    static Group group(Atlas... maps) {
        return new Group(
                Map.of(), Arrays.stream(maps).map(map -> sample(map.entries())).toList());
    }

    static Collected by(AnalysisSpec spec, Atlas... maps) {
        return Collected.by(spec, List.of(group(maps)));
    }

    static Minimum minimum(double energy, double logDeterminant, double order, int found) {
        return new Minimum(energy, logDeterminant, order, found, NOTHING);
    }

    static Saddle saddle(double energy, double logDeterminant, double order, int first, int second) {
        return new Saddle(energy, logDeterminant, -1.0, order, 2, first, second, NOTHING);
    }

    /** The four minima of seven Lennard-Jones atoms and the three lowest saddles; determinants of saddles are made up. */
    static Atlas seven() {
        return new Atlas(
                List.of(
                        minimum(-16.50538417, 69.947643, 20, 100),
                        minimum(-15.93504306, 69.226809, 6, 60),
                        minimum(-15.59321094, 67.520271, 6, 1),
                        minimum(-15.53306005, 67.481655, 2, 1)),
                List.of(
                        saddle(-15.444734, 65.0, 2, 1, 0),
                        saddle(-15.319864, 64.0, 1, 2, 1),
                        saddle(-15.283421, 64.5, 1, 3, 1),
                        saddle(-12.548938, 60.0, 12, 2, 2)),
                15,
                true);
    }

    private KnownMaps() {}
}
