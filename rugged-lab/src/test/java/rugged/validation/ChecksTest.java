package rugged.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.api.CheckSpec;
import rugged.num.RunningMean;

class ChecksTest {
    @Test
    void trajectoriesScaleWithTheCovariance() {
        allAgree(new CovarianceScaleCheck());
    }

    @Test
    void spectraWithoutTheMatrixAgreeWithIt() {
        allAgree(new SpectrumCheck());
    }

    @Test
    @Tag("slow")
    void minimisersTakeTheStepsThatAreKnown() {
        allAgree(new MinimiserCheck());
    }

    @Test
    @Tag("slow")
    void fluctuationDissipationHoldsFromAPlantedStart() {
        allAgree(new FluctuationDissipationCheck());
    }

    @Test
    @Tag("slow")
    void theHessianIsAShiftedSemicircle() {
        allAgree(new HessianBulkCheck());
    }

    private static void allAgree(CheckSpec check) {
        List<CheckSpec.Row> rows = check.rows();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.agrees()).as(row.toString()).isTrue());
        Groups.assertSay(check, rows);
    }

    @Test
    void samplesKnowTheirError() {
        RunningMean sample = new RunningMean();
        assertThat(sample.mean()).isNaN();
        sample.add(1);
        assertThat(sample.error()).isNaN();
        sample.add(2);
        sample.add(6);
        assertThat(sample.mean()).isEqualTo(3.0);
        assertThat(sample.error()).isEqualTo(Math.sqrt(7.0 / 3.0));
    }
}
