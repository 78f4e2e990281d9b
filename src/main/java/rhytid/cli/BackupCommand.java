package rhytid.cli;

import picocli.CommandLine.Command;

/** Writes all that the service keeps into one file. */
@Command(
        name = "backup",
        description = "Writes all that the service keeps into one ZIP, also while it runs.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
public final class BackupCommand extends WholeDataCommand {

    public BackupCommand(DataJob job) {
        super(job);
    }
}
