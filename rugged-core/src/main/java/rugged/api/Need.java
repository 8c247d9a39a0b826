package rugged.api;

import rugged.api.bayesian.GaussianParts;
import rugged.api.constraint.SpinInference;
import rugged.api.contrast.BoltzmannMachine;
import rugged.api.contrast.Contrasted;
import rugged.api.lessons.CommitteeStudent;
import rugged.api.lessons.FreshExamples;
import rugged.api.lessons.HeatedCommittee;
import rugged.api.lessons.StoredExamples;
import rugged.api.lessons.Taught;
import rugged.api.lessons.TaughtSequences;
import rugged.api.lessons.TaughtUnits;
import rugged.api.mixing.LinearMixing;
import rugged.api.mixing.Messaged;
import rugged.api.mixing.SequenceMixing;
import rugged.api.model.Blocks;
import rugged.api.model.ContactLandscape;
import rugged.api.model.Controlled;
import rugged.api.model.DenseLayers;
import rugged.api.model.DiscreteBlocks;
import rugged.api.model.DiscreteLandscape;
import rugged.api.model.FactorGraph;
import rugged.api.model.Inference;
import rugged.api.model.LocalFields;
import rugged.api.model.MarginLandscape;
import rugged.api.model.Model;
import rugged.api.model.PairMoves;
import rugged.api.model.ParticleLandscape;
import rugged.api.model.Propagation;
import rugged.api.model.SpinLandscape;
import rugged.api.model.StochasticLandscape;
import rugged.api.model.Supervised;
import rugged.api.model.UnitMoves;
import rugged.api.model.VectorBlocks;
import rugged.api.model.VectorField;
import rugged.api.motion.Ladder;
import rugged.api.moves.FlatMoves;
import rugged.api.signal.InputFunction;
import rugged.api.signal.SignalLayers;

/** What a dynamics or an observable asks of the landscape (and an observable of the dynamics); compared while planning, never while running. */
public enum Need {
    /** States that are configurations: all but the messages of an inference. */
    CONFIGURATION("configurations"),
    /** An energy of each configuration: not where a {@link VectorField} or a {@link Propagation} is all there is. */
    ENERGY("an energy"),
    /** dx/dt: a {@link VectorField}, as which every landscape with a gradient counts. */
    VELOCITY("a velocity"),
    /** {@link StoredExamples} of a teacher, which a rule of learning goes through. */
    STORED_EXAMPLES("stored examples of a teacher, as student-perceptron has"),
    /** A {@link CommitteeStudent}, as which every student of {@link FreshExamples} counts. */
    COMMITTEE("a soft committee that learns from another, as soft-committee is"),
    /** A {@link HeatedCommittee}. */
    HEATED_COMMITTEE("a soft committee at a temperature, as decayed-committee is"),
    /** {@link FreshExamples} of a teacher. */
    FRESH_EXAMPLES("fresh examples of a teacher, as soft-committee has"),
    /** Layers that are drawn one after the other: a {@link Propagation}. */
    PROPAGATION("layers that are drawn one after the other, as a directed net has"),
    /** A {@link FactorGraph}. */
    MESSAGES("messages on a factor graph"),
    /** A {@link LinearMixing}. */
    MIXING("a linear mixing with an output channel"),
    /** A {@link SequenceMixing}. */
    SEQUENCE_MIXING("a mixing of several units"),
    /** Projections with a channel, of one unit or several: a {@link LinearMixing}, a {@link SequenceMixing}, or a landscape that is {@link Messaged}. */
    PROJECTIONS("projections with an output channel and inputs of a known law, as a mixing has"),
    /** An {@link Inference} of either kind. */
    INFERENCE("an inference, messages or a mixing"),
    /** A {@link SpinInference}. */
    SIGNS("an inference of signs that fields can push"),
    /** Continuous states x in R^N. */
    CONTINUOUS("continuous coordinates"),
    /** A point that states are measured from, so that x.x' means something: not where space is periodic. See {@link LandscapeSpec#origin}. */
    ORIGIN("an origin of coordinates"),
    /** An overlap of two states: where there is an origin, and for units whose values are names. See {@link Model#overlap}. */
    OVERLAP("an overlap of two states"),
    /** dE/dx. */
    GRADIENT("a gradient"),
    /** Minima that may be points: see {@link LandscapeSpec#isolated}. */
    ISOLATED("minima that may be isolated, as those of a network with weight decay (l2 above 0)"),
    /** Products of the Hessian with a vector. */
    HESSIAN_VECTOR("Hessian-vector products"),
    /** A {@link StochasticLandscape}. */
    PATTERNS("patterns or couplings that batches can be drawn from"),
    /** A {@link Supervised} landscape. */
    EXAMPLES("supervised examples, as a network on data has"),
    /** An {@link InputFunction}. */
    INPUT_FUNCTION("a function that can be asked about other inputs, as a network on data has"),
    /** A {@link DenseLayers} landscape. */
    DENSE_LAYERS("dense layers, as a fully connected network has"),
    /** A {@link SignalLayers} landscape. */
    SIGNALS("layers whose fields can be read on any input, as deep-network has"),
    /** A network that is {@link rugged.api.signal.Cascades}. */
    CASCADES("units that pass on a push, as deep-network, network and branching-network have"),
    /** A {@link GaussianParts} landscape. */
    GAUSSIAN_PARTS("weights whose law given the others is Gaussian, as the readout of a Bayesian network"),
    /** {@link GaussianParts} that cover all coordinates. */
    GAUSSIAN_THROUGHOUT("weights of which each part is Gaussian given the others, as a linear Bayesian network of one"
            + " hidden layer"),
    /** A {@link rugged.api.bayesian.FeatureKernel}. */
    FEATURES("features whose kernel at infinite width is known, as the posterior of a network has"),
    /** A {@link Contrasted} model. */
    CONTRAST("chains of the model whose parameters the state is, as a machine that learns has"),
    /** A {@link BoltzmannMachine}. */
    MACHINE("the weights of a restricted Boltzmann machine"),
    /** Ising spins: a {@link SpinLandscape}. */
    SPINS("Ising spins"),
    /** Units of a few values: a {@link DiscreteLandscape}, of which spins are an example. */
    UNITS("discrete units"),
    /** {@link rugged.api.constraint.ProductConstraints}. */
    PARITY("constraints on products of Ising spins, as random active paths have"),
    /** Energy changes of local moves: discrete units, {@link PairMoves} on a sphere, {@link UnitMoves} of vectors, or {@link FlatMoves} in flat space. */
    LOCAL_MOVES("the energy change of a local move"),
    /** The law of one unit given all others: discrete units, or vectors in {@link LocalFields}. */
    LOCAL_LAW("the law of a unit given all others"),
    /** {@link Blocks} of units that do not interact with one another: {@link DiscreteBlocks} or {@link VectorBlocks}. */
    BLOCKS("blocks of units that do not interact with one another"),
    /** A constraint that a Lagrange multiplier keeps, or several. */
    CONSTRAINT("a constraint, as on the sphere |x|^2 = N"),
    /** A planted state. */
    PLANTED("a planted state"),
    /** A {@link Taught} student. */
    TEACHER("a student with a teacher who is known"),
    /** A {@link TaughtSequences} student. */
    SEQUENCE_STUDENT("a student of sequences with a law that is known"),
    /** {@link TaughtUnits}. */
    TAUGHT_UNITS("units of a student whose teacher is known, as a committee has"),
    /** A dynamics with a temperature. */
    TEMPERATURE("a temperature"),
    /** A {@link Controlled} model. */
    CONTROL("a control that a protocol can move"),
    /** {@link rugged.api.constraint.DilutedConstraints}. */
    DILUTION("spins that can be cut, as random active paths have"),
    /** A {@link ContactLandscape}. */
    CONTACTS("contacts that can be counted"),
    /** A {@link WidthFamily}. */
    WIDTH("a width that a protocol can choose, as a network of hidden layers of one width has"),
    /** A {@link MarginLandscape}. */
    MARGINS("patterns as constraints, as a network under the hinge loss in float64 without l2 has"),
    /** A {@link rugged.api.physical.PhysicalNetwork}. */
    CIRCUIT("conductances of a circuit, as physical-network has"),
    /** A {@link ParticleLandscape}. */
    PARTICLES("particles in space"),
    /** A dynamics whose steppers are a {@link Ladder}. */
    LADDER("a ladder of temperatures, as tempering has");

    private final String phrase;

    Need(String phrase) {
        this.phrase = phrase;
    }

    /** The need in words, for messages: "a gradient". */
    public String phrase() {
        return phrase;
    }
}
