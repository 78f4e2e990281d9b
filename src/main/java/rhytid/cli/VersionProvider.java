package rhytid.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Reads the version that the build wrote into the jar. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        Properties properties = new Properties();
        try (InputStream in =
                Objects.requireNonNull(VersionProvider.class.getResourceAsStream("/rhytid/version.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar can't be read", e);
        }
        return new String[] {"rhytid " + properties.getProperty("version")};
    }
}
