package rugged.store.library;

import java.io.IOException;
import java.util.List;
import rugged.api.record.Atlas;
import rugged.compose.search.Survey;
import rugged.geometry.Symmetry;

/**
 * Several maps of the same landscape as one, each stationary point once: minima are the same where energies and ln det agree, transition states where their ends do as well. Where normal modes are missing the energy decides alone. How
 * often searches ended at a point adds up.
 */
public final class MergedAtlas {
    private MergedAtlas() {}

    /**
     * Their union.
     *
     * @param maps one or more
     * @param symmetry of the landscape, for identity by alignment; none where the landscape is not known
     * @param identity what counts as the same
     * @throws IOException with a sentence that says why they are not of one landscape
     */
    public static Atlas of(List<AtlasDatabase.Of> maps, Symmetry symmetry, Survey.Identity identity)
            throws IOException {
        AtlasDatabase.Of first = maps.getFirst();
        Survey survey = new Survey(symmetry, identity);
        int vibrations = 0;
        for (AtlasDatabase.Of one : maps) {
            requireLike(first, one);
            survey.adopt(one.atlas());
            vibrations = Math.max(vibrations, one.atlas().vibrations());
        }
        return survey.atlas(vibrations, first.atlas().kinetic());
    }

    private static void requireLike(AtlasDatabase.Of first, AtlasDatabase.Of other) throws IOException {
        int expected = coordinates(first);
        int found = coordinates(other);
        if (expected > 0 && found > 0 && expected != found)
            throw new IOException("maps of one landscape are wanted: " + first.point() + " has " + expected
                    + " coordinates, " + other.point() + " has " + found);
        int known = first.atlas().vibrations();
        int here = other.atlas().vibrations();
        if (known > 0 && here > 0 && known != here)
            throw new IOException("maps of one landscape are wanted: " + first.point() + " has " + known
                    + " vibrations, " + other.point() + " has " + here);
        if (first.atlas().kinetic() != other.atlas().kinetic())
            throw new IOException("maps of one landscape are wanted: coordinates have momenta in one of "
                    + first.point() + " and " + other.point() + " only");
    }

    private static int coordinates(AtlasDatabase.Of map) {
        return map.atlas().minima().isEmpty()
                ? 0
                : map.atlas().minima().getFirst().x().length;
    }
}
