package rugged.web.shape;

import java.util.List;

/**
 * The server.
 *
 * @param version of the program
 * @param commit it was built from
 * @param epoch of this server: another one means a restart
 * @param root folder of the runs
 * @param readOnly whether the key in use may only look
 * @param base path under which the laboratory is shown
 * @param mostPoints points that one study may have
 * @param queue runs that may wait
 * @param command the word that starts the program in a terminal
 * @param engines where points can be computed; this machine, local, first
 */
public record AboutServer(
        String version,
        String commit,
        String epoch,
        String root,
        boolean readOnly,
        String base,
        int mostPoints,
        int queue,
        String command,
        List<String> engines) {}
