package rhytid.cli;

/** What the program answers to the shell. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAULT = 1;
    static final int BAD_USAGE = 2;
    static final int REFUSED = 3;

    private ExitCode() {}
}
