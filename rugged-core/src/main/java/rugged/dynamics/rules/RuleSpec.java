package rugged.dynamics.rules;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.lessons.StoredExamples;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.meanfield.rules.LearningRule;
import rugged.num.Streams;

/** What rules of learning share. */
interface RuleSpec extends DynamicsSpec {
    LearningRule rule();

    Lessons lessons();

    @Override
    default Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.STORED_EXAMPLES);
    }

    @Override
    default Stepper start(Model model, double[] x, Streams random) {
        StoredExamples examples = (StoredExamples) model;
        return lessons().batch()
                ? new BatchLessons(examples, x, rule(), lessons())
                : new OnLineLessons(examples, x, rule(), lessons(), random);
    }

    @Override
    default String timeUnit() {
        return "N examples";
    }

    @Override
    default double quantum(LandscapeSpec landscape) {
        return lessons().quantum(landscape);
    }

    @Override
    default double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return lessons().passes(landscape);
    }

    @Override
    default double vectors() {
        return 3;
    }

    @Override
    default double memory(LandscapeSpec landscape) {
        return Integer.BYTES * landscape.knownPatterns();
    }

    @Override
    default Optional<String> objection(LandscapeSpec landscape) {
        return lessons().objection(landscape);
    }
}
