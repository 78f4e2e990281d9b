package rhytid.cli;

import java.nio.file.Path;

/** What is done with all that a service keeps, and one file; the wiring is not the command line's. */
public interface DataJob {
    void run(ServiceOptions options, Path file) throws Exception;
}
