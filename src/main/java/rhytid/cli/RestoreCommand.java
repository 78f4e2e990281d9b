package rhytid.cli;

import picocli.CommandLine.Command;

/** Writes a backup back. */
@Command(
        name = "restore",
        description = "Writes a backup back into an empty folder, or an empty database and buckets.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
public final class RestoreCommand extends WholeDataCommand {

    public RestoreCommand(DataJob job) {
        super(job);
    }
}
