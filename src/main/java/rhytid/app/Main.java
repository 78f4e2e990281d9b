package rhytid.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import rhytid.cli.BackupCommand;
import rhytid.cli.RestoreCommand;
import rhytid.cli.RhytidCommand;
import rhytid.cli.ServeCommand;

/** Where the program starts. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        CommandLine line = RhytidCommand.line(
                Home.find(),
                System.getenv(),
                new ServeCommand(Serving::serve),
                new BackupCommand(Serving::backup),
                new RestoreCommand(Serving::restore));
        line.setOut(utf8(FileDescriptor.out));
        line.setErr(utf8(FileDescriptor.err));
        System.exit(line.execute(args));
    }

    // JSON and messages are UTF-8 whatever the terminal's locale says.
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
