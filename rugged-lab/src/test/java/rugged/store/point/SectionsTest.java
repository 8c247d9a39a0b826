package rugged.store.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.num.Packed;
import rugged.store.point.Sections.Section;

class SectionsTest {
    private static final byte[] BODY = new Packed.Writer().put(7).put("x").bytes();

    @Test
    void sectionsAreFoundByTheirTagsWhateverStandsBesideThem() {
        byte[] state = Sections.bytes(List.of(
                new Section("a", 1, new byte[0]), new Section("later invention", 9, BODY), new Section("a", 2, BODY)));
        Sections read = Sections.read(state);
        assertThat(read.all("a", 2)).extracting(Section::version).containsExactly(1, 2);
        Packed.Reader in = read.all("a", 2).getLast().open();
        assertThat(in.readInt()).isEqualTo(7);
        assertThat(in.readString()).isEqualTo("x");
        assertThat(read.all("b", 1)).isEmpty();
    }

    @Test
    void whatAnotherVersionWroteIsRefusedByItsName() {
        byte[] state = Sections.bytes(List.of(new Section("a", 3, BODY)));
        assertThatThrownBy(() -> Sections.read(state).one("a", 2)).hasMessage("section a 3");
        assertThatThrownBy(() -> Sections.read(state).one("b", 2)).hasMessage("0 sections b");
        // the layouts before sections began with their version
        byte[] before = new Packed.Writer().put(-3).put(1).put(2).bytes();
        assertThatThrownBy(() -> Sections.read(before)).hasMessage("state -3");
        byte[] later = new Packed.Writer().put("rugged state 2").put(0).bytes();
        assertThatThrownBy(() -> Sections.read(later)).hasMessage("rugged state 2");
        assertThatThrownBy(() -> Sections.read(new byte[0])).hasMessage("an unknown state");
        assertThatThrownBy(() -> Sections.read(new byte[] {0, 0, 1, 0, 5})).hasMessage("an unknown state");
    }
}
