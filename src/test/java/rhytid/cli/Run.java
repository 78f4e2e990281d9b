package rhytid.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** What a command printed and how it ended. */
record Run(int exit, String out, String err) {

    static Run of(Path home, String... arguments) {
        return of(home, Map.of(), List.of(arguments));
    }

    static Run of(Path home, Map<String, String> environment, List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = RhytidCommand.line(home, environment);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exit = line.execute(arguments.toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }
}
