package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void setsSymbolsInItalicsAndWordsUpright() {
        assertThat(Markup.html("C(t, t_{w})")).isEqualTo("<i>C</i>(<i>t</i>, <i>t</i><sub><i>w</i></sub>)");
        assertThat(Markup.html("e(t) - e_{th}")).isEqualTo("<i>e</i>(<i>t</i>) − <i>e</i><sub>th</sub>");
        assertThat(Markup.html("energy per spin")).isEqualTo("energy per spin");
        assertThat(Markup.html("\\chi(t)")).isEqualTo("<i>χ</i>(<i>t</i>)");
    }

    @Test
    void leavesProseAlone() {
        assertThat(Markup.html("a quench and I see it")).isEqualTo("a quench and I see it");
        assertThat(Markup.html("after 1e5 steps, e = 2")).isEqualTo("after 1e5 steps, <i>e</i> = 2");
        assertThat(Markup.html("the p-spin's slow decay")).isEqualTo("the <i>p</i>-spin&#39;s slow decay");
        assertThat(Markup.html("l-bfgs, L-BFGS and l-bfgs-b")).isEqualTo("l-bfgs, L-BFGS and l-bfgs-b");
        assertThat(Markup.html("large-N, Newton-CG and x-y"))
                .isEqualTo("large-<i>N</i>, Newton-CG and <i>x</i>-<i>y</i>");
        assertThat(Markup.html("landscape.n")).isEqualTo("landscape.n");
        assertThat(Markup.html("\\text{(a)} two-time")).isEqualTo("(a) two-time");
        assertThat(Markup.html("C:\\unknown x_1")).contains("\\unknown");
    }

    @Test
    void writesMinusForOperatorsOnly() {
        assertThat(Markup.plain("10^{-2}")).isEqualTo("10^−2");
        assertThat(Markup.plain("t - t_{w}")).isEqualTo("t − t_w");
        assertThat(Markup.plain("(-1.5, -x)")).isEqualTo("(−1.5, −x)");
        assertThat(Markup.plain("two-time, 2026-11-20")).isEqualTo("two-time, 2026-11-20");
    }

    @Test
    void setsSvgLabelsInAbsoluteSizes() {
        String svg = SvgLabels.set(
                "<svg width=\"9\"><text font-size=\"10px\">10^{-2}</text><text>plain &amp; simple</text></svg>",
                "a <b>");
        assertThat(svg)
                .isEqualTo("<svg width=\"9\" role=\"img\" aria-label=\"a &lt;b&gt;\"><text font-size=\"10px\">"
                        + "<tspan>10</tspan><tspan dy=\"-3.8\" font-size=\"7px\">−2</tspan></text>"
                        + "<text>plain &amp; simple</text></svg>");
    }

    @Test
    void theBaselineReturnsAfterAShift() {
        String svg = SvgLabels.set("<svg><text font-size=\"10px\">(t_{w})</text></svg>", "");
        assertThat(svg).contains("dy=\"2.2\"").contains("<tspan dy=\"-2.2\">)</tspan>");
    }

    @RepeatedTest(value = 300, failureThreshold = 1)
    void noTextBecomesHtml(RepetitionInfo repetition) {
        String text = AnyText.of(repetition.getCurrentRepetition());
        String html = Markup.html(text).replaceAll("</?(i|sub|sup)>", "");
        assertThat(html).doesNotContain("<").doesNotContain(">").doesNotContain("\"");
    }

    @RepeatedTest(value = 300, failureThreshold = 1)
    void widthsAddUp(RepetitionInfo repetition) {
        String text = AnyText.of(repetition.getCurrentRepetition());
        double whole = Measure.width(text, 10);
        assertThat(Measure.width(text, 20))
                .isCloseTo(2 * whole, org.assertj.core.data.Offset.offset(1e-9 * (1 + whole)));
        assertThat(whole).isGreaterThanOrEqualTo(0);
    }

    @Test
    void blanksAtTheEdgesOfRunsAreLengths() {
        String set = SvgLabels.set("<svg><text font-size=\"10px\">\\text{(a)}  over t - t_{w}</text></svg>", "");
        String blank = Labels.plain(Math.round(1000 * Measure.blanks(1)) / 100.);
        String two = Labels.plain(Math.round(2000 * Measure.blanks(1)) / 100.);
        assertThat(set)
                .contains("<tspan>(a)</tspan><tspan dx=\"" + two + "\">over</tspan><tspan dx=\"" + blank
                        + "\" font-style");
        assertThat(set).doesNotContainPattern("<tspan[^>]*>[ \u00a0]").doesNotContainPattern("[ \u00a0]</tspan>");
    }

    @Test
    void anAxisThatIsCalledByAGreekLetterShowsIt() {
        assertThat(Markup.symbolOf("lambda")).isEqualTo("\\lambda");
        assertThat(Markup.symbolOf("dynamics.tau")).isEqualTo("\\tau");
        assertThat(Markup.symbolOf("tw")).isEqualTo("t_{w}");
        assertThat(Markup.symbolOf("landscape.times")).isEqualTo("times");
    }

    @Test
    void formulaeOfASentenceAreSet() {
        assertThat(Markup.formulae(
                        "ages: t* ~ t_w^mu with mu = 0.92, chi^2 = 14.4 on 1; mu_D = 0.1 (line in N^-0.67)."))
                .isEqualTo(
                        "ages: t^{*} ~ t_{w}^{μ} with μ = 0.92, χ^{2} = 14.4 on 1; μ_{D} = 0.1 (line in N^{-0.67}).");
        assertThat(Markup.formulae("p-spin glass, hessian_edges of the multiplier"))
                .isEqualTo("p-spin glass, hessian_edges of the multiplier");
    }
}
