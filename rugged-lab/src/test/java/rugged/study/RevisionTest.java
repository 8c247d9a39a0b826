package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Catalogue;
import rugged.params.Param;
import rugged.params.Problems;

/** The revision of an entry is part of the keys of its own results and of no other. */
class RevisionTest {
    @Named(value = "desk-first", title = "First")
    record First(@Param(doc = "number", def = "1") int n) implements Silent {}

    @Named(value = "desk-second", title = "Second", revision = 2)
    record Second(@Param(doc = "number", def = "1") int n) implements Silent {}

    private interface Silent extends AnalysisSpec {
        @Override
        default Set<String> reads() {
            return Set.of();
        }

        @Override
        default List<Quantity> quantities() {
            return List.of();
        }

        @Override
        default void analyse(List<Group> groups, Streams random, Conclusions out) {}
    }

    @Test
    void itIsPartOfTheIdentityFromTheSecondOn() {
        Catalogue.Entry first = Catalogue.entry(First.class, "", "").orElseThrow();
        Catalogue.Entry second = Catalogue.entry(Second.class, "", "").orElseThrow();
        assertThat(first.identity()).isEmpty();
        assertThat(second.identity()).isEqualTo("revision 2 of desk-second");
        assertThat(Catalogue.entry(First.class, "file", "abc").orElseThrow().identity())
                .isEqualTo("abc");
        assertThat(Catalogue.entry(Second.class, "file", "abc").orElseThrow().identity())
                .isEqualTo("abc, revision 2 of desk-second");
        Catalogue catalogue = Catalogue.empty().with(List.of(first, second), new Problems());
        Identities identities = new Identities(catalogue, false);
        assertThat(identities.of(new First(3))).doesNotContain("revision");
        assertThat(identities.of(new Second(3))).contains("@revision 2 of desk-second");
    }
}
