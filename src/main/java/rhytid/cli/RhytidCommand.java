package rhytid.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rhytid.face.UnusableModelException;

/** The program: nothing by itself, one subcommand for each thing it does. */
@Command(
        name = "rhytid",
        description = "Says what a botulinum-toxin treatment changed in a face, and how sure it is.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Every option also reads a variable: --out reads RHYTID_OUT.",
            "Exit codes: 0 done, 2 bad usage, 3 the photos were refused, 1 a fault of ours."
        })
public final class RhytidCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /**
     * The command line, ready to execute.
     *
     * @param home where models/ and sample-images/ lie
     * @param environment where options are read from that are not given
     * @param more commands whose parts are wired from outside
     */
    public static CommandLine line(Path home, Map<String, String> environment, Object... more) {
        CommandLine line = new CommandLine(new RhytidCommand())
                .addSubcommand(new ModelsCommand(home))
                .addSubcommand(new CompareCommand(home))
                .addSubcommand(new AnalyzeCommand(home))
                .addSubcommand(new LandmarksCommand(home))
                .addSubcommand(new DemoCommand(home));
        for (Object command : more) {
            line.addSubcommand(command);
        }
        line.setDefaultValueProvider(new EnvironmentDefaults(environment));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            fail(command, e, environment.containsKey("RHYTID_DEBUG"));
            return e instanceof UsageException || e instanceof UnusableModelException
                    ? ExitCode.BAD_USAGE
                    : ExitCode.FAULT;
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    private static void fail(CommandLine command, Exception e, boolean debug) {
        PrintWriter err = command.getErr();
        String message = e instanceof UsageException || e instanceof UnusableModelException
                ? e.getMessage()
                : "a fault of ours: " + e + " (RHYTID_DEBUG=1 shows where)";
        err.println(Ansi.AUTO.string("@|bold rhytid:|@ ") + message);
        if (debug) {
            e.printStackTrace(err);
        }
        err.flush();
    }
}
