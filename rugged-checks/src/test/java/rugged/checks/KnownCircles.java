package rugged.checks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The circles between types that are there, and why; a list that gets shorter. */
final class KnownCircles {
    private KnownCircles() {}

    /** A reason, then the names of the types, without {@code rugged.}, of circles for which it holds, one in a line. */
    private static final String LIST = """
        A description and what it starts, which is too long to stand in the same file:
        dynamics.flow.FieldFlow dynamics.flow.FieldFlowSteps
        dynamics.sampling.HamiltonianMonteCarlo dynamics.sampling.HamiltonianPaths
        dynamics.sampling.Rungs dynamics.sampling.Tempering
        dynamics.stochastic.KFac dynamics.stochastic.KroneckerDirection
        landscape.glass.IsingModel landscape.glass.IsingPSpin
        landscape.glass.PSpin landscape.glass.PSpinCost landscape.glass.PSpinModel landscape.glass.PlantedPSpin
        landscape.network.DoubleLayers landscape.network.DoublePrecisionPass landscape.network.FloatLayers \
        landscape.network.KroneckerSums landscape.network.Network landscape.network.NetworkCurvature \
        landscape.network.NetworkModel landscape.network.NetworkShape landscape.network.NetworkStart \
        landscape.network.NetworkSweep landscape.network.SinglePrecisionPass
        landscape.packing.Ellipses landscape.packing.Packing landscape.packing.Spheres
        observable.curvature.Spectrometer observable.curvature.Spectrum
        theory.aging.Chsck theory.aging.SolvedAging

        An interface and what stands behind its default or static methods:
        api.model.Differences api.model.Landscape
        api.model.Singles api.model.StochasticLandscape
        num.kernel.KernelChoice num.kernel.Kernels
        params.Canonical params.Inputs params.Parameter params.RecordParts params.Schema params.Spec params.ValueType
        store.file.Disk store.file.LocalDisk

        A thing and the visitor, pass or search over it:
        landscape.glass.Tensor landscape.glass.Walk
        num.spectral.ExtremeSearch num.spectral.ExtremeSide num.spectral.Extremes
        store.file.FolderLock store.file.Looking

        A constant, a nested type or a static function that stands on the wrong side:
        analysis.Arrivals analysis.Performance
        api.DataSpec api.Examples
        figure.Channels figure.Frames figure.select.Abscissa figure.select.Gathering figure.select.Selection
        figure.Markup figure.Measure
        meanfield.aging.AgingFailure meanfield.aging.Horizon meanfield.aging.Resolution
        store.Ledger store.RunFolder
        store.point.ArrayIndex store.point.PointArrays store.point.PointFolder store.point.PointRecord
        store.table.Averages store.table.Medians store.table.Quotients
        study.cost.Estimate study.cost.Totals
        study.read.Cases study.read.Layout study.read.Reader
        run.Leg run.SideRuns
        web.series.Gathered web.series.SeriesReader
        """;

    /** Each circle as the set of its types. */
    static Set<Set<String>> all() {
        return LIST.lines()
                .filter(line -> !line.isBlank() && !line.endsWith(":"))
                .map(line -> List.of(line.strip().split(" +")).stream()
                        .map(name -> "rugged." + name)
                        .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }
}
