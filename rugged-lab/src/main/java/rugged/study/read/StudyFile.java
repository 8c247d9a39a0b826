package rugged.study.read;

import java.util.List;
import java.util.Optional;
import rugged.params.Node;
import rugged.params.Param;

/**
 * The keys of a study file. Sections that may hold sweeps stay as they were typed until the plan is laid out.
 *
 * @param study name
 * @param extends_ bundled study that this one changes
 * @param size the size at which a resolved study was resolved
 * @param about what it is about
 * @param folder where relative names of data files start
 * @param with files with landscapes, dynamics, observables of the user's own
 * @param landscape one, or alternatives
 * @param dynamics one, or alternatives
 * @param protocol one, or alternatives
 * @param start one, or alternatives
 * @param cases systems compared, each with the sections in which it differs
 * @param replicas in the same disorder
 * @param observe observables
 * @param theory theories
 * @param analyse analyses of what all runs recorded
 * @param figures figures
 * @param findings numbers reported
 * @param seed one, a list, a range
 * @param refine how a grid in two parameters becomes finer where the answer changes
 * @param refined what refinement has added so far, written by the program
 * @param sizes changes that make it quick, or large
 */
public record StudyFile(
        @Param(doc = "name of the study: lower case with dashes")
        String study,

        @Param(doc = "bundled study that this one changes", def = "''")
        String extends_,

        @Param(doc = "size at which it was resolved", def = "''")
        String size,

        @Param(doc = "what it is about", def = "{}") Node about,

        @Param(
                doc = "folder in which relative names of data files start; empty: where the program runs",
                def = "''",
                file = true)
        String folder,

        @Param(doc = "files with specs of your own", def = "[]")
        List<String> with,

        @Param(doc = "landscape: { is: NAME, ... }, or a list of alternatives")
        Node landscape,

        @Param(doc = "dynamics: { is: NAME, ... }, or a list of alternatives")
        Node dynamics,

        @Param(doc = "protocol: { is: NAME, ... }, or a list of alternatives")
        Node protocol,

        @Param(doc = "start: by default planted where the landscape is, else random")
        Optional<Node> start,

        @Param(doc = "systems compared: for each name, the sections in which it differs", def = "{}")
        Node cases,

        @Param(doc = "replicas in the same disorder", def = "1")
        Node replicas,

        @Param(doc = "list of observables") Node observe,
        @Param(doc = "list of theories", def = "[]") Node theory,

        @Param(doc = "list of analyses, drawn from all runs when they have ended", def = "[]")
        Node analyse,

        @Param(doc = "list of figures", def = "[]") Node figures,
        @Param(doc = "list of findings", def = "[]") Node findings,

        @Param(doc = "seed, or a list or range of seeds", def = "1")
        Node seed,

        @Param(doc = "how a grid in two swept parameters becomes finer where the answer changes", def = "{}")
        Node refine,

        @Param(doc = "sets of parameters that refinement has added; written by the program", def = "[]")
        Node refined,

        @Param(doc = "for each size: path of a parameter, and its value there", def = "{}")
        Node sizes) {}
